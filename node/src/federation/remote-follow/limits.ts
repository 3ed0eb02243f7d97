/** Limits of leading people to their own server. Each is tested at the limit and one past it. */
export const remoteFollowLimits = {
  /** UTF-16 code units of an account, as somebody writes it. */
  accountCharactersMax: 300,
  /** What WebFinger says of one account. */
  answerBytesMax: 64 << 10,
  /** UTF-16 code units of the address that it leads to. */
  addressCharactersMax: 4_000,
  /** People wait for it. */
  totalMs: 10_000,
} as const;
