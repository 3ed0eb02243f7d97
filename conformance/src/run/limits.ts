/** What a run as a whole may cost. */
export const runLimits = {
  /** A sampled run; what was not asked by then is not tested. */
  sampledMs: 15 * 60_000,
  /** A run over the whole feed. */
  fullMs: 6 * 60 * 60_000,
} as const;
