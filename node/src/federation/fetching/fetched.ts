/** Why a request brought nothing that can be read. Codes are stable, words are not. */
export const fetchFailureWords = {
  'not-an-address': 'it is not an http or https address',
  blocked: 'the host is on the block list',
  'private-address': 'the host is at a private address',
  'host-not-found': 'the host name does not resolve',
  'connection-refused': 'nothing listens at that host and port',
  'connection-broken': 'the connection broke before the whole answer was there',
  'tls-failed': 'the TLS connection fails',
  'http-broken': 'the answer is not HTTP',
  'connect-timeout': 'the connection took too long',
  'headers-timeout': 'no answer came in time',
  'body-stalled': 'the body stopped in the middle',
  'total-timeout': 'the whole answer took too long',
  'body-too-large': 'the body is too large',
  'decoded-too-large': 'the compressed body unpacks to too much',
  'encoding-broken': 'the body is not compressed as its Content-Encoding says',
  'other-origin': 'it leads to another origin',
  'too-many-redirects': 'it redirects too often',
  busy: 'the host asks to come back later',
  stopped: 'the request was stopped',
} as const;
export type FetchFailureCode = keyof typeof fetchFailureWords;

/** A request that brought nothing. */
export interface FetchFailure {
  readonly ok: false;
  readonly code: FetchFailureCode;
  readonly words: string;
  /** How long the host asks to stay away. */
  readonly retryAfterMs?: number;
}

/** An answer, whatever its status but 429 and 503. */
export interface FetchAnswer {
  readonly ok: true;
  /** Where it came from, after redirects. */
  readonly url: string;
  readonly status: number;
  /** Names in lower case; several of one name are joined with a comma and a space. */
  readonly headers: ReadonlyMap<string, string>;
  /** Decompressed. */
  readonly body: Buffer;
  /** Size as sent. */
  readonly encodedBytes: number;
}
export type Fetched = FetchAnswer | FetchFailure;

/** Carries a failure up to where it becomes a value; never leaves this room. */
export class FetchError extends Error {
  readonly code: FetchFailureCode;
  readonly retryAfterMs: number | undefined;

  constructor(
    code: FetchFailureCode,
    more: { readonly detail?: string; readonly retryAfterMs?: number | undefined; readonly cause?: unknown } = {},
  ) {
    super(fetchFailureWords[code] + (more.detail === undefined ? '' : ` (${more.detail})`), { cause: more.cause });
    this.code = code;
    this.retryAfterMs = more.retryAfterMs;
  }
}
