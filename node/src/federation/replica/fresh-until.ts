const longestMs = 86_400_000;

/**
 * Until when an answer need not be asked for again (CONS-025): what its `max-age` says, a day at the most.
 * @returns milliseconds since 1970; now when it says nothing
 */
export const freshUntilMs = (cacheControl: string | undefined, nowMs: number): number => {
  const seconds = /(?:^|[\s,])max-age=(\d+)/i.exec(cacheControl ?? '')?.[1];
  return nowMs + Math.min(Number(seconds ?? 0) * 1_000, longestMs);
};
