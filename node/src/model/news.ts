/** What an actor said, for the page that it speaks for. Times are RFC 3339. */
export interface NewsItem {
  readonly id: string;
  /** Plain text; an empty line starts a paragraph. */
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  readonly link?: string;
  readonly pictures: readonly { readonly address: string; readonly alternative: string }[];
  readonly published: string;
  readonly updated?: string;
  /** What others answered, as far as the operator shows it; the oldest first. */
  readonly replies: readonly NewsReply[];
}

/** An answer that is shown. Everything in it is a stranger's. */
export interface NewsReply {
  /** What its author is called: a handle, or a host. */
  readonly author: string;
  /** Address of its author. */
  readonly sender: string;
  /** Its own address. */
  readonly address: string;
  /** Plain text. */
  readonly text: string;
  readonly received: string;
}
