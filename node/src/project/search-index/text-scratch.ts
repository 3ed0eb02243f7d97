/** Numbers by subject that a search needs for a moment; all zero between searches. */
export interface TextScratch {
  readonly scores: Float32Array;
  readonly groups: Uint8Array;
  readonly groupScores: Float32Array;
  readonly partScores: Float32Array;
  readonly parts: Uint8Array;
  readonly found: Uint32Array;
  readonly touched: Uint32Array;
  readonly started: Uint32Array;
  readonly outScores: Float32Array;
  readonly outGroups: Uint8Array;
  /** Subjects that have a term, and how strongly. */
  readonly postings: Uint32Array;
  readonly strengths: Float64Array;
}

/** Room for so many subjects. */
export const createTextScratch = (length: number): TextScratch => ({
  scores: new Float32Array(length),
  groups: new Uint8Array(length),
  groupScores: new Float32Array(length),
  partScores: new Float32Array(length),
  parts: new Uint8Array(length),
  found: new Uint32Array(length),
  touched: new Uint32Array(length),
  started: new Uint32Array(length),
  outScores: new Float32Array(length),
  outGroups: new Uint8Array(length),
  postings: new Uint32Array(length),
  strengths: new Float64Array(length),
});
