import { hash } from 'node:crypto';
import type { Answer, Exchange, UnreachableReason } from './exchange.ts';

/** What a report keeps of an exchange. */
export interface ExchangeRecord {
  readonly id: number;
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
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

/** Everything that a run asked, in the order in which it was asked. */
export class Recording {
  readonly #excerptBytesMax: number;
  readonly #records = new Map<number, ExchangeRecord>();
  #nextId = 0;

  constructor(excerptBytesMax: number) {
    this.#excerptBytesMax = excerptBytesMax;
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
    more: Pick<ExchangeRecord, 'requestHeaders' | 'redirects' | 'attempts' | 'totalMs'>,
  ): Exchange {
    const { id, method, url, answer, unreachable } = exchange;
    this.#records.set(id, {
      id,
      method,
      url,
      ...more,
      ...(answer === undefined ? {} : { response: this.#responseOf(answer) }),
      ...(unreachable === undefined ? {} : { unreachable }),
    });
    return exchange;
  }

  #responseOf({ status, headers, body, encodedBytes }: Answer): NonNullable<ExchangeRecord['response']> {
    return {
      status,
      headers: Object.fromEntries(headers),
      bytes: body.length,
      encodedBytes,
      sha256: hash('sha256', body, 'hex'),
      excerpt: body.subarray(0, this.#excerptBytesMax).toString('utf8'),
    };
  }
}
