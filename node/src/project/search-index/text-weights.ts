/** BM25: how fast more of the same word stops to count, and how much a long text is held against it. */
export const bm25 = { k1: 1.2, b: 0.4 } as const;

/** How much a word counts by where it stands. */
export const fieldWeights = { name: 4, brand: 3, category: 2, description: 0.5 } as const;

/** How much a word makes a text longer by where it stands: a good description is not held against a name. */
export const lengthWeights = { name: 8, brand: 4, category: 2, description: 1 } as const;

/** Weights are kept in bytes: this many steps make 1. */
export const weightSteps = 16;
/** The largest weight that a byte holds. */
export const weightStepsMax = 255;
