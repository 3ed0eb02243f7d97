/** Milliseconds of every query that was timed, by kind. */
export type Timings = Readonly<Record<string, readonly number[]>>;

/** @param share 0.95 for the value that 95 of 100 stay at or below */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
};

export const allOf = (timings: Timings): number[] => Object.values(timings).flat();

/** Asks queries one after another: first others of the same kinds, so that nothing is new but the questions. */
export const timeQueries = async <Q extends { readonly kind: string }>(
  queries: readonly Q[],
  warmUp: readonly Q[],
  ask: (query: Q) => Promise<unknown>,
): Promise<Timings> => {
  for (const query of warmUp) await ask(query);
  const timings: Record<string, number[]> = {};
  for (const query of queries) {
    const started = performance.now();
    await ask(query);
    (timings[query.kind] ??= []).push(performance.now() - started);
  }
  return timings;
};

export const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ms`;
