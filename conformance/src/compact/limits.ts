/** How things that may be millions are laid out. */
export const compactLimits = {
  /** Bytes of a text that are held as they are, which ids stay far below; a longer one is held as its beginning and its SHA-256. */
  textBytesMax: 2_048,
  /** How much of the beginning. */
  beginningLength: 64,
  /** Rows of a column that are laid out at once. */
  rowsAtOnce: 4_096,
  /** Bytes of text that are laid out at once: smaller than a page of the feed, larger than the longest text. */
  textBytesAtOnce: 64 * 1024,
} as const;
