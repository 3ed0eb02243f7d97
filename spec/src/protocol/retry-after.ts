/**
 * How long an answer asks to wait. Source: RFC 9110, section 10.2.3.
 * @param header seconds, or an HTTP date
 * @param msMax the longest wait that is believed
 * @returns milliseconds; undefined when it says nothing that can be read
 */
export const retryAfterMs = (
  header: string | undefined,
  nowMs: number,
  msMax: number = Infinity,
): number | undefined => {
  if (header === undefined) return undefined;
  const askedMs = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - nowMs;
  return Number.isNaN(askedMs) ? undefined : Math.min(Math.max(0, askedMs), msMax);
};
