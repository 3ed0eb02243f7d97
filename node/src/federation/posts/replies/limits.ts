/** Limits of what others say to the node's actors. Each is tested at the limit and one past it. */
export interface ReplyLimits {
  /** Replies to one actor that are kept, and as many likes and boosts; the oldest go. */
  readonly keptMax: number;
  /** Of what one sender said; more is not kept, so that nobody can push out the others. */
  readonly keptOfSenderMax: number;
  /** UTF-16 code units of a text that are kept. */
  readonly textCharactersMax: number;
  /** UTF-16 code units of an address; what has a longer one is not kept. */
  readonly addressCharactersMax: number;
}

export const replyLimits: ReplyLimits = {
  keptMax: 10_000,
  keptOfSenderMax: 500,
  textCharactersMax: 5_000,
  addressCharactersMax: 2_000,
};
