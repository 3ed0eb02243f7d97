/** What is read as JSON at all. */
export const jsonLimits = {
  /** Of arrays and objects in each other; the vocabulary needs less than ten. */
  depthMax: 100,
} as const;
