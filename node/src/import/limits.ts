/** Limits of the import. Each is tested at the limit and one past it. */
export const importLimits = {
  /** Longest line or item, in bytes. */
  rowBytesMax: 1 << 20,
  columnsMax: 200,
  /** Rows that one batch carries to the log. */
  batchRows: 1_000,
  /** Nesting of XML elements. */
  xmlDepthMax: 16,
  /** Issues kept for the report; more are counted. */
  issuesKeptMax: 10_000,
  /** Rows that wait for their coordinates. */
  waitingPlacesMax: 200_000,
  /** Bytes of the gazetteer file. */
  gazetteerBytesMax: 64 << 20,
} as const;
