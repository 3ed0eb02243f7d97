import { hash } from 'node:crypto';
import type { Answer, Exchange, UnreachableReason } from './exchange.ts';

/** What a report keeps of an exchange. */
export interface ExchangeRecord {
  readonly id: number;
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  /** How the body of the request begins, where it had one. */
  readonly requestBody?: string;
  /** It came to the suite: the headers are the sender's, and the answer is the suite's own. */
  readonly received?: true;
  /** Addresses that it was redirected to, in order. */
  readonly redirects: readonly string[];
  /** Requests sent for it, redirects not counted: more than one after a 5xx, a 429 or a cut connection. */
  readonly attempts: number;
  readonly totalMs: number;
  readonly response?: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly bytes: number;
    readonly encodedBytes: number;
    /** SHA-256 of the decompressed body, in lower-case hex. */
    readonly sha256: string;
    /** How the body begins. */
    readonly excerpt: string;
  };
  readonly unreachable?: { readonly reason: UnreachableReason; readonly words: string };
}

/** Takes every decompressed body that was judged, with its SHA-256 in lower-case hex. Must not throw. */
export type KeepBody = (sha256: string, body: Uint8Array) => void;

/** A request that came to the suite, and what it answered. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly status: number;
  readonly receivedMs: number;
}

/** Everything that a run asked or was sent, in that order. */
export class Recording {
  readonly #excerptBytesMax: number;
  readonly #keepBody: KeepBody | undefined;
  readonly #records = new Map<number, ExchangeRecord>();
  /** Weak, for most bodies are of no use once they were judged. */
  readonly #bodies = new Map<string, WeakRef<Buffer>>();
  #nextId = 0;

  constructor(excerptBytesMax: number, keepBody?: KeepBody) {
    this.#excerptBytesMax = excerptBytesMax;
    this.#keepBody = keepBody;
  }

  get records(): readonly ExchangeRecord[] {
    return [...this.#records.values()].toSorted((left, right) => left.id - right.id);
  }

  takeId(): number {
    return this.#nextId++;
  }

  /** Keeps what a report needs; the body itself goes with the exchange. */
  keep(
    exchange: Exchange,
    more: Pick<ExchangeRecord, 'requestHeaders' | 'redirects' | 'attempts' | 'totalMs'> & {
      readonly requestBody?: Uint8Array | undefined;
      readonly received?: true;
    },
  ): Exchange {
    const { requestBody, ...others } = more;
    const { id, method, url, answer, unreachable } = exchange;
    const response = answer === undefined ? undefined : this.#responseOf(answer);
    this.#records.set(id, {
      id,
      method,
      url,
      ...others,
      ...(requestBody === undefined ? {} : { requestBody: this.#excerptOf(requestBody) }),
      ...(response === undefined ? {} : { response }),
      ...(unreachable === undefined ? {} : { unreachable }),
    });
    return answer === undefined || response === undefined
      ? exchange
      : { id, method, url, answer: { ...answer, body: this.#shared(response.sha256, answer.body) } };
  }

  /** Keeps what was sent to the suite. @returns its number */
  keepReceived({ method, url, headers, body, status, receivedMs }: Received): number {
    const id = this.takeId();
    const answer = {
      url,
      status,
      headers: new Map<string, string>(),
      body: Buffer.alloc(0),
      encodedBytes: 0,
      receivedMs,
    };
    const more = {
      requestHeaders: headers,
      requestBody: body,
      received: true,
      redirects: [],
      attempts: 1,
      totalMs: 0,
    } as const;
    this.keep({ id, method, url, answer }, more);
    return id;
  }

  /** The same body once, however many addresses answer it: a host may answer everything with one large page. */
  #shared(sha256: string, body: Buffer): Buffer {
    const known = this.#bodies.get(sha256)?.deref();
    if (known === undefined) this.#bodies.set(sha256, new WeakRef(body));
    return known ?? body;
  }

  #responseOf({ status, headers, body, encodedBytes }: Answer): NonNullable<ExchangeRecord['response']> {
    const sha256 = hash('sha256', body, 'hex');
    this.#keepBody?.(sha256, body);
    return {
      status,
      headers: Object.fromEntries(headers),
      bytes: body.length,
      encodedBytes,
      sha256,
      excerpt: this.#excerptOf(body),
    };
  }

  #excerptOf(body: Uint8Array): string {
    return Buffer.from(body.subarray(0, this.#excerptBytesMax)).toString('utf8');
  }
}
