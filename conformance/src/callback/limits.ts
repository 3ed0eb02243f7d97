/** What the suite takes while it can be reached, and how long it waits. */
export const callbackLimits = {
  /** For an answer to a Follow, or a notice: the spec gives a minute for it, and the way takes a little. */
  patienceMs: 75_000,
  /** For a list that should change: only then is it wrong. */
  listPatienceMs: 20_000,
  /** Between two looks at a list that should change. */
  lookAgainMs: 1_000,
  /** Everything that is delivered after these is answered, and not kept. */
  deliveriesMax: 1_000,
  deliveryBytesMax: 1_048_576,
} as const;
