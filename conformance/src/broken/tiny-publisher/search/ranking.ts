/** The terms of a score, and how much each counts. */
export const tinyWeights = { text: 0.5, distance: 0.3, availability: 0.1, seen: 0.05, open: 0.05 } as const;
export type TinyTerm = keyof typeof tinyWeights;

const means: Readonly<Record<TinyTerm, string>> = {
  text: 'How many of the words stand in the name.',
  distance: '1 at the door, one half at 2 kilometres.',
  availability: '1 in stock, one half where nobody knows.',
  seen: '1 today, one half after a week.',
  open: '1 open, one half where nobody knows.',
};

/** The explanation of the order as JSON. */
export const tinyRanking = {
  version: 1,
  terms: Object.entries(tinyWeights).map(([term, weight]) => ({ term, weight, means: means[term as TinyTerm] })),
  order: ['What is within the radius.', 'Places that carry it.', 'What is farther.', 'Within each by score.'],
  constants: { halfDistanceMetres: 2_000 },
};

/** The same for people. */
export const rankingPage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The order</title></head><body><h1>The order</h1><dl>${tinyRanking.terms
  .map(({ term, weight, means: words }) => `<dt>${term} (${weight})</dt><dd>${words}</dd>`)
  .join('')}</dl></body></html>`;

/** A number from 0 up to 1 that takes turns with the seed. */
export const tieOf = (seed: string, id: string): number => {
  let state = 2_166_136_261;
  for (const letter of `${seed}\n${id}`) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16_777_619);
  return (state >>> 0) / 2 ** 32;
};
