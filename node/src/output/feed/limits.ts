/** Limits of the feed. Each is tested at the limit and one past it. */
export const feedLimits = {
  /** Pages that are made before they are asked for; a page is about a megabyte. */
  pagesAheadMax: 4,
  /** A page that is longer is not kept: things with long texts would fill the memory. */
  pageAheadCharactersMax: 4 << 20,
  /** After this time another reader may have the room of a page that nobody came for. */
  pageAheadMs: 5_000,
} as const;
