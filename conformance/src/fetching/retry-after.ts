/**
 * How long an answer asks to wait.
 * @param header seconds, or an HTTP date
 * @returns milliseconds; undefined when it says nothing that can be read. Source: RFC 9110, section 10.2.3.
 */
export const retryAfterMs = (header: string | undefined, nowMs: number): number | undefined => {
  if (header === undefined) return undefined;
  if (/^\d+$/.test(header)) return Number(header) * 1_000;
  const dateMs = Date.parse(header);
  return Number.isNaN(dateMs) ? undefined : Math.max(0, dateMs - nowMs);
};
