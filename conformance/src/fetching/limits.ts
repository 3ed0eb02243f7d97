/** What one request may cost, in time and size. */
export interface FetchLimits {
  /** A run may have fewer, never more: hosts are told so. */
  readonly requestsAtOnce: number;
  /** From the request to the answer's head: name look-up, connection and TLS included. */
  readonly headMs: number;
  /** Between two pieces of a body. */
  readonly stallMs: number;
  /** From the head to the end of the body. */
  readonly bodyMs: number;
  /** As sent, compressed or not. */
  readonly encodedBytesMax: number;
  /** After decompression. */
  readonly decodedBytesMax: number;
  /** All bodies together that a run holds for its checks, packed; pages of a walk pass by, and do not count. */
  readonly heldBytesMax: number;
  readonly redirectsMax: number;
  /** Requests that are sent anew after a 5xx or a cut connection. */
  readonly retriesMax: number;
  readonly retryAfterMs: number;
  /** How often a 429 is obeyed before the request is given up. */
  readonly waitsMax: number;
  /** The longest Retry-After that is obeyed; a longer one ends the request. */
  readonly waitMsMax: number;
  /** After so many requests in a row without an answer the host counts as gone. */
  readonly silencesMax: number;
  /** How much of a body the report keeps. */
  readonly excerptBytesMax: number;
}

/** What a run keeps to, unless it is told otherwise. */
export const fetchLimits: FetchLimits = {
  requestsAtOnce: 4,
  headMs: 20_000,
  stallMs: 10_000,
  bodyMs: 60_000,
  encodedBytesMax: 16 * 1024 * 1024,
  decodedBytesMax: 16 * 1024 * 1024,
  heldBytesMax: 32 * 1024 * 1024,
  redirectsMax: 5,
  retriesMax: 2,
  retryAfterMs: 250,
  waitsMax: 3,
  waitMsMax: 30_000,
  silencesMax: 4,
  excerptBytesMax: 2_048,
};

/** The limits of a run that wants some of them otherwise; never more requests at once than usual, and always one. */
export const limitsWith = (wanted: Partial<FetchLimits> = {}): FetchLimits => {
  const { requestsAtOnce = fetchLimits.requestsAtOnce } = wanted;
  return {
    ...fetchLimits,
    ...wanted,
    requestsAtOnce: requestsAtOnce >= 1 ? Math.min(Math.floor(requestsAtOnce), fetchLimits.requestsAtOnce) : 1,
  };
};
