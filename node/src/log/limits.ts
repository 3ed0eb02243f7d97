/** Limits of the change log. Each is tested at the limit and one past it. */
export const logLimits = {
  /** UTF-8 bytes of a thing's id, and of a record's key. */
  keyBytesMax: 4_096,
  /** UTF-8 bytes of a thing's text, and of a record's value. */
  textBytesMax: 1 << 20,
  /** Things and records that one append carries together. */
  batchChangesMax: 20_000,
  /** Entries, ids or records that one answer holds. */
  rangeMax: 100_000,
  /** Bytes of one block of a LevelDB table; more is taken for damage. */
  tableBlockBytesMax: 64 << 20,
  /** Faults that `verify` describes; more are counted. */
  verifySentencesMax: 100,
} as const;
