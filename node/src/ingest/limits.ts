/** Limits of the writer. */
export const ingestLimits = {
  /** Things that one durable write carries at the most. */
  groupThings: 1_000,
  /** A snapshot that would take away more than one in this many of a source's things stops and asks. */
  shrinkDivisor: 3,
  /** Statements that stand on one product. */
  statementsShownMax: 100,
} as const;
