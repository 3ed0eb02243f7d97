/** Limits of the writer. */
export const ingestLimits = {
  /** Things that one durable write carries at the most. */
  groupThings: 1_000,
  /** A snapshot that would take away more than one in this many of a source's things stops and asks. */
  shrinkDivisor: 3,
  /** Statements that are withdrawn before others may write. */
  withdrawalsAtOnce: 100,
  /** Things and records that one write takes away together; less than the log takes at once. */
  removalChangesMax: 10_000,
  /** Characters of one thing's text; in any writing that is less than the bytes that the log takes. */
  textCharactersMax: 300_000,
  /** Statements of one thing that one look into the log reads; the others are read after them, however many sources state it. */
  statementsAtOnce: 1_000,
  /** Statements that stand on one product, as far as they fit. */
  statementsShownMax: 100,
} as const;
