/** BM25: how fast more of the same word stops to count, and how much a long text is held against it. */
export const bm25 = { k1: 1.2, b: 0.75 } as const;

/** How much a word counts by where it stands. */
export const fieldWeights = { name: 4, brand: 3, category: 2, description: 1 } as const;

/** Weights are kept in bytes: this many steps make 1. */
export const weightSteps = 16;
/** The largest weight that a byte holds. */
export const weightStepsMax = 255;
