/** Why a request got no answer that can be judged. */
export const unreachableReasons = {
  'host-not-found': 'the host name does not resolve',
  'connection-refused': 'nothing listens at that host and port',
  'connection-broken': 'the connection broke before the whole answer was there',
  'tls-failed': 'the TLS connection fails',
  'head-timeout': 'no answer came in time',
  'body-stalled': 'the body stopped in the middle',
  'body-timeout': 'the body took too long',
  'body-too-large': 'the body is larger than the suite reads',
  'too-much-altogether': 'the answers of this run are larger together than the suite holds',
  'decoded-too-large': 'the compressed body unpacks to more than the suite reads',
  'encoding-broken': 'the body is not compressed as its Content-Encoding says',
  'http-broken': 'the answer is not HTTP',
  'private-address': 'the name leads to a private address, and only a private address may lead there',
  'other-host': 'it leads to another host than the one under test, which the suite never follows',
  'not-an-address': 'it is not an http or https address',
  'too-many-redirects': 'it redirects too often',
  'rate-limited': 'it answers 429 for longer than the suite waits',
  'gave-up': 'the host left so many requests unanswered that the suite stopped asking',
  stopped: 'the run was stopped, or its time was up',
} as const;
export type UnreachableReason = keyof typeof unreachableReasons;

/** What came back. */
export interface Answer {
  /** Where it came from, after redirects. */
  readonly url: string;
  readonly status: number;
  /** Names in lower case; several of one name are joined with a comma and a space, `set-cookie` too. */
  readonly headers: ReadonlyMap<string, string>;
  /** Decompressed. Held packed where it is large: who reads it twice should keep it, and not for long. */
  readonly body: Buffer;
  /** Size as sent. */
  readonly encodedBytes: number;
  /** When it was there in full, in milliseconds since 1970. */
  readonly receivedMs: number;
}

interface ExchangeBase {
  /** Number in the recording: findings name it. */
  readonly id: number;
  readonly method: string;
  readonly url: string;
}

/** A request that was answered, with whatever status. */
export type AnsweredExchange = ExchangeBase & { readonly answer: Answer; readonly unreachable?: undefined };
/** A request without an answer that can be judged. */
export type UnansweredExchange = ExchangeBase & {
  readonly answer?: undefined;
  readonly unreachable: { readonly reason: UnreachableReason; readonly words: string };
};

/** One request and what came of it. */
export type Exchange = AnsweredExchange | UnansweredExchange;

/** What findings need of an exchange: whoever holds no more than that holds no body. */
export type ExchangeName = Pick<Exchange, 'id' | 'url'>;

/** Why a request came to nothing; never leaves this room. */
export class Unreachable extends Error {
  readonly reason: UnreachableReason;

  constructor(reason: UnreachableReason, options?: { readonly detail?: string; readonly cause?: unknown }) {
    const detail = options?.detail === undefined ? '' : ` (${options.detail})`;
    super(unreachableReasons[reason] + detail, { cause: options?.cause });
    this.reason = reason;
  }
}
