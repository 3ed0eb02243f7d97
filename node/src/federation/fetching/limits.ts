/** What one request may cost. */
export interface FetchLimits {
  /** Look-up of the name, connection and TLS. */
  readonly connectMs: number;
  /** From the request on an open connection to the answer's head. */
  readonly headersMs: number;
  /** Between two pieces of a body. */
  readonly stallMs: number;
  /** From the asking to the last byte: the wait for other requests and redirects included. */
  readonly totalMs: number;
  /** Body as sent. */
  readonly encodedBytesMax: number;
  /** Body after decompression. */
  readonly decodedBytesMax: number;
  readonly redirectsMax: number;
  /** Requests to one host at the same time; more wait. */
  readonly requestsAtOnce: number;
  /** Requests that wait for one host; more fail at once. */
  readonly requestsWaitingMax: number;
  /** The longest wait that a Retry-After can ask for; more counts as this. */
  readonly retryAfterMsMax: number;
}

/** What requests keep to unless told otherwise. */
export const fetchLimits: FetchLimits = {
  connectMs: 10_000,
  headersMs: 30_000,
  stallMs: 15_000,
  totalMs: 120_000,
  encodedBytesMax: 16 << 20,
  decodedBytesMax: 32 << 20,
  redirectsMax: 3,
  requestsAtOnce: 4,
  requestsWaitingMax: 64,
  retryAfterMsMax: 86_400_000,
};
