/** Limits of what others say to the node's actors. Each is tested at the limit and one past it. */
export interface ReplyLimits {
  /** Replies to one actor that are kept, as many likes and boosts, and as many replies that are shown; the oldest go. */
  readonly keptMax: number;
  /** Of what one sender said; more is not kept, so that nobody can push out the others. */
  readonly keptOfSenderMax: number;
  /** UTF-16 code units of a text that are kept. */
  readonly textCharactersMax: number;
  /** UTF-16 code units of an address; what has a longer one is not kept. */
  readonly addressCharactersMax: number;
  /** Replies that are shown beneath one post. */
  readonly shownOfPostMax: number;
  /** Characters of a name before the host of a handle; who has a longer one is called by the host alone. */
  readonly nameCharactersMax: number;
  /** Until it is known what the author of a reply is called; the reply is kept without, then. */
  readonly authorReadMsMax: number;
}

export const replyLimits: ReplyLimits = {
  keptMax: 10_000,
  keptOfSenderMax: 500,
  textCharactersMax: 5_000,
  addressCharactersMax: 2_000,
  shownOfPostMax: 50,
  nameCharactersMax: 60,
  authorReadMsMax: 10_000,
};
