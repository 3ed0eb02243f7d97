/** Limits of posts. Each is tested at the limit and one past it. */
export const postLimits = {
  /** UTF-16 code units of a text. */
  textCharactersMax: 5_000,
  /** UTF-16 code units of an address, as given and as a URL. */
  addressCharactersMax: 2_000,
  pictures: 4,
  /** UTF-16 code units of what a picture shows, in words. */
  alternativeCharactersMax: 1_500,
  hashtagsMax: 30,
  hashtagCharactersMax: 100,
  /** Posts that wait for their time, of all actors. */
  scheduledMax: 10_000,
  /** How far ahead a post may be scheduled. */
  aheadMsMax: 2 * 366 * 86_400_000,
  /** How late a post may be: news of long ago is none. */
  lateMsMax: 86_400_000,
  /** Rows of one file of news. */
  newsRowsMax: 1_000,
  /** The latest posts of an actor that stand on the page that it speaks for. */
  newsItems: 3,
  /** Posts among which they are sought: answers to people are none of them. */
  newsLookedThrough: 60,
  /** Posts of one page of an outbox. */
  pageItems: 20,
} as const;
