import { hash } from 'node:crypto';
import { type Answer, type Exchange, Unreachable, type UnreachableReason } from './exchange.ts';
import { HeldBody } from './held-body.ts';
import type { FetchLimits } from './limits.ts';

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
  /** By SHA-256: the same body is held once, however many addresses answer it. */
  readonly #bodies = new Map<string, HeldBody>();
  readonly #heldBytesMax: number;
  #heldBytes = 0;
  #nextId = 0;

  constructor(limits: Pick<FetchLimits, 'excerptBytesMax' | 'heldBytesMax'>, keepBody?: KeepBody) {
    this.#excerptBytesMax = limits.excerptBytesMax;
    this.#heldBytesMax = limits.heldBytesMax;
    this.#keepBody = keepBody;
  }

  get records(): readonly ExchangeRecord[] {
    return [...this.#records.values()].toSorted((left, right) => left.id - right.id);
  }

  takeId(): number {
    return this.#nextId++;
  }

  /**
   * Keeps what a report needs, and holds the body for who judges it.
   * @param more `passing`: the body is read now or never, and not held
   */
  keep(
    exchange: Exchange,
    more: Pick<ExchangeRecord, 'requestHeaders' | 'redirects' | 'attempts' | 'totalMs'> & {
      readonly requestBody?: Uint8Array | undefined;
      readonly received?: true;
      readonly passing?: boolean;
    },
  ): Exchange {
    const { requestBody, passing = false, ...others } = more;
    const { id, method, url } = exchange;
    const kept = passing ? exchange : this.#holding(exchange);
    const { answer, unreachable } = kept;
    this.#records.set(id, {
      id,
      method,
      url,
      ...others,
      ...(requestBody === undefined ? {} : { requestBody: this.#excerptOf(requestBody) }),
      ...(answer === undefined ? {} : { response: this.#responseOf(answer) }),
      ...(unreachable === undefined ? {} : { unreachable }),
    });
    return kept;
  }

  /** The same answer, with its body held packed; undefined when the run holds too much already. */
  hold(answer: Answer): Answer | undefined {
    const { body, ...others } = answer;
    const sha256 = hash('sha256', body, 'hex');
    const held = this.#bodies.get(sha256) ?? new HeldBody(body);
    if (!this.#bodies.has(sha256)) {
      if (this.#heldBytes + held.heldBytes > this.#heldBytesMax) return undefined;
      this.#heldBytes += held.heldBytes;
      this.#bodies.set(sha256, held);
    }
    return {
      ...others,
      get body() {
        return held.read();
      },
    };
  }

  #holding(exchange: Exchange): Exchange {
    const { id, method, url, answer } = exchange;
    if (answer === undefined) return exchange;
    const held = this.hold(answer);
    if (held !== undefined) return { id, method, url, answer: held };
    const { reason, message } = new Unreachable('too-much-altogether');
    return { id, method, url, unreachable: { reason, words: message } };
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
