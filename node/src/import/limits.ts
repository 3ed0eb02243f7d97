/** Limits of the import. Each is tested at the limit and one past it. */
export const importLimits = {
  /** Longest line or item, in bytes. */
  rowBytesMax: 1 << 20,
  columnsMax: 200,
  /** Lines that a quoted cell may make one row of; after that its quote never closed. */
  recordLinesMax: 500,
  /** What a format is chosen by: bytes from the start of the file. */
  headBytes: 64 << 10,
  /** How many times larger than itself a compressed file may become. */
  gunzipRatioMax: 200,
  /** Nesting of JSON. */
  jsonDepthMax: 16,
  /** Rows that one batch carries to the log: what is on its way lives long enough to cost the garbage collector. */
  batchRows: 500,
  /** Batches that may wait for the disk. */
  batchesWriting: 2,
  /** Nesting of XML elements. */
  xmlDepthMax: 16,
  /** Longest value that is kept of an item that was refused; a name of a product or store is no longer. */
  nameCharactersMax: 200,
  /** Longest text, tag or comment of an XML file; unlike an item that is too long, one of these can't be skipped. */
  xmlTextBytesMax: 4 << 20,
  /** Issues kept for the report; more are counted. */
  issuesKeptMax: 10_000,
  /** Products that a run remembers to have mentioned. */
  mentionsKeptMax: 100_000,
  /** The shop's own codes that a run remembers; more than one batch can name. */
  codesKeptMax: 250_000,
  /** Rows that wait for their coordinates. */
  waitingPlacesMax: 200_000,
  /** Bytes of the gazetteer file. */
  gazetteerBytesMax: 64 << 20,
} as const;
