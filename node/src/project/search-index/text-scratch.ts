/** Numbers by subject that a search needs for a moment; all zero between searches. */
export interface TextScratch {
  readonly scores: Float64Array;
  /** How many of the words each has of those that were looked at. */
  readonly stage: Uint8Array;
  /** How well the word that is looked at fits each. */
  readonly groupScores: Float32Array;
  /** 1 for those that have it. */
  readonly seen: Uint8Array;
  readonly partScores: Float32Array;
  readonly parts: Uint8Array;
  readonly found: Uint32Array;
  readonly touched: Uint32Array;
  readonly started: Uint32Array;
  readonly outScores: Float32Array;
  /** Subjects that have a term, and how strongly. */
  readonly postings: Uint32Array;
  readonly strengths: Float64Array;
}

/** Room for so many subjects. */
export const createTextScratch = (length: number): TextScratch => ({
  scores: new Float64Array(length),
  stage: new Uint8Array(length),
  groupScores: new Float32Array(length),
  seen: new Uint8Array(length),
  partScores: new Float32Array(length),
  parts: new Uint8Array(length),
  found: new Uint32Array(length),
  touched: new Uint32Array(length),
  started: new Uint32Array(length),
  outScores: new Float32Array(length),
  postings: new Uint32Array(length),
  strengths: new Float64Array(length),
});
