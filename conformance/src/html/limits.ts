/** What is read of an HTML page. */
export const htmlLimits = {
  bytesMax: 4 * 1024 * 1024,
  /** Elements in each other: browsers stop there too, and a parser takes time by the square of it. */
  depthMax: 512,
  elementsMax: 200_000,
} as const;
