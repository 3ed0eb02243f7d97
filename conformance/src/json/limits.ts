/** What is read as JSON at all. */
export const jsonLimits = {
  /** Of arrays and objects in each other; the vocabulary needs less than ten. */
  depthMax: 100,
  /** How much of a body is looked at to see that it is a page for people. */
  htmlStartBytes: 1_024,
} as const;
