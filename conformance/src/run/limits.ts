/** What a run as a whole may cost. */
export const runLimits = {
  /** A sampled run; what was not asked by then is not tested. */
  sampledMs: 15 * 60_000,
  /** A run over the whole feed. */
  fullMs: 6 * 60 * 60_000,
  /** The longest that a run may be told to wait for a change; it comes on top. */
  waitMsMax: 60 * 60_000,
  /** Between two looks at the head while it waits. */
  lookAgainMs: 5_000,
  /** How long nothing more has to change before it goes on. */
  settleMs: 10_000,
} as const;
