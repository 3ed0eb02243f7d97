import { setTimeout as sleep } from 'node:timers/promises';
import { retryAfterMs } from '@openstraat/spec';
import { classifyFailure } from './classify-failure.ts';
import { decodeBody } from './decode-body.ts';
import { type Answer, type Exchange, Unreachable, type UnreachableReason } from './exchange.ts';
import { type FetchLimits, limitsWith } from './limits.ts';
import { type KeepBody, Recording } from './recording.ts';
import { isSameHost, parseHttpUrl } from './same-host.ts';
import type { Transport, TransportAnswer } from './transport.ts';

/** How an address is asked. */
export interface Asking {
  readonly method?: 'GET' | 'HEAD' | 'OPTIONS' | 'POST';
  readonly accept?: string;
  /** Names in lower case; they go before the client's own. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** Redirects are followed unless this says otherwise. */
  readonly redirect?: 'manual';
  /** The body is read at once, and nobody keeps it: a page of a walk. */
  readonly passing?: boolean;
}

/** An answer with 429: the client waits and asks again, but what it says can be judged. */
export interface Refusal {
  /** Number in the recording of the request that met it. */
  readonly id: number;
  readonly answer: Answer;
}

/** A request as the client sends it. */
interface Sent {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | undefined;
}

interface Trace {
  readonly redirects: string[];
  readonly refusals: Answer[];
  attempts: number;
}

const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const repeatStatuses: ReadonlySet<number> = new Set([500, 502, 503, 504]);
/** These say that the host itself is silent, whatever it was asked. */
const silences: ReadonlySet<UnreachableReason> = new Set<UnreachableReason>([
  'host-not-found',
  'connection-refused',
  'tls-failed',
  'head-timeout',
  'body-stalled',
  'body-timeout',
  'private-address',
]);

const hasNoBody = (method: string, status: number): boolean => method === 'HEAD' || status === 204 || status === 304;

/** Asks one host, a few things at once, within limits; whatever goes wrong is a value in the exchange. */
export class HttpClient {
  readonly recording: Recording;
  /** Every 429 that was met. */
  readonly refusals: Refusal[] = [];
  readonly limits: FetchLimits;
  readonly #tested: URL;
  readonly #transport: Transport;
  readonly #userAgent: string;
  readonly #signal: AbortSignal;
  readonly #now: () => number;
  readonly #waiting: (() => void)[] = [];
  #decoding: Promise<void> = Promise.resolve();
  #running = 0;
  #silences = 0;

  constructor(options: {
    readonly tested: URL;
    readonly transport: Transport;
    readonly userAgent: string;
    readonly signal: AbortSignal;
    /** Milliseconds since 1970. */
    readonly now: () => number;
    readonly limits?: Partial<FetchLimits> | undefined;
    readonly keepBody?: KeepBody | undefined;
  }) {
    this.#tested = options.tested;
    this.#transport = options.transport;
    this.#userAgent = options.userAgent;
    this.#signal = options.signal;
    this.#now = options.now;
    this.limits = limitsWith(options.limits);
    this.recording = new Recording(this.limits, options.keepBody);
  }

  /** Asks an address, absolute or on the host under test. Never throws. */
  async ask(address: string, asking: Asking = {}): Promise<Exchange> {
    const { method = 'GET', accept = '*/*' } = asking;
    const requestHeaders = {
      'user-agent': this.#userAgent,
      accept,
      'accept-encoding': 'gzip, br',
      ...asking.headers,
    };
    const url = parseHttpUrl(address, this.#tested.href);
    const id = this.recording.takeId();
    const base = { id, method, url: url?.href ?? address };
    const trace: Trace = { redirects: [], refusals: [], attempts: 0 };
    await this.#enter();
    const startedMs = performance.now();
    let exchange: Exchange;
    try {
      if (url === undefined) throw new Unreachable('not-an-address');
      const answer = await this.#follow(
        url,
        { method, headers: requestHeaders, body: asking.body },
        asking.redirect !== 'manual',
        trace,
      );
      this.#silences = 0;
      exchange = { ...base, answer };
    } catch (error) {
      const { reason, message } = classifyFailure(error);
      if (silences.has(reason)) this.#silences += 1;
      exchange = { ...base, unreachable: { reason, words: message } };
    } finally {
      this.#leave();
    }
    const { redirects, attempts, refusals } = trace;
    for (const refusal of refusals) {
      const answer = this.recording.hold(refusal);
      if (answer !== undefined) this.refusals.push({ id, answer });
    }
    return this.recording.keep(exchange, {
      requestHeaders,
      requestBody: asking.body,
      passing: asking.passing ?? false,
      redirects,
      attempts,
      totalMs: Math.round(performance.now() - startedMs),
    });
  }

  async #enter(): Promise<void> {
    if (this.#running >= this.limits.requestsAtOnce) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#waiting.push(resolve);
      await promise;
    } else this.#running += 1;
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#running -= 1;
    else next();
  }

  async #follow(start: URL, sent: Sent, followsRedirects: boolean, trace: Trace): Promise<Answer> {
    let url = start;
    for (;;) {
      if (!isSameHost(this.#tested, url)) throw new Unreachable('other-host', { detail: url.host });
      const answer = await this.#insist(url, sent, trace);
      const location = answer.headers.get('location');
      if (!followsRedirects || location === undefined || !redirectStatuses.has(answer.status)) return answer;
      if (trace.redirects.length >= this.limits.redirectsMax) throw new Unreachable('too-many-redirects');
      const target = parseHttpUrl(location, url.href);
      if (target === undefined) throw new Unreachable('not-an-address', { detail: location.slice(0, 200) });
      trace.redirects.push(target.href);
      url = target;
    }
  }

  /** Asks again after a 5xx, a broken connection or a 429, within bounds. */
  async #insist(url: URL, sent: Sent, trace: Trace): Promise<Answer> {
    const { retriesMax, retryAfterMs: pauseMs, waitsMax, waitMsMax } = this.limits;
    for (let retries = 0, waits = 0; ;) {
      trace.attempts += 1;
      let answer: Answer;
      try {
        answer = await this.#once(url, sent);
      } catch (error) {
        const failure = classifyFailure(error);
        if (failure.reason !== 'connection-broken' || retries++ >= retriesMax) throw failure;
        await this.#pause(pauseMs);
        continue;
      }
      const asked = retryAfterMs(answer.headers.get('retry-after'), this.#now());
      if (answer.status === 429) {
        trace.refusals.push(answer);
        if (waits++ >= waitsMax || (asked ?? pauseMs) > waitMsMax) throw new Unreachable('rate-limited');
        await this.#pause(asked ?? pauseMs);
      } else if (repeatStatuses.has(answer.status) && retries++ < retriesMax)
        await this.#pause(Math.min(asked ?? pauseMs, waitMsMax));
      else return answer;
    }
  }

  async #pause(durationMs: number): Promise<void> {
    try {
      await sleep(durationMs, undefined, { signal: this.#signal });
    } catch (cause) {
      throw new Unreachable('stopped', { cause });
    }
  }

  async #once(url: URL, sent: Sent): Promise<Answer> {
    if (this.#signal.aborted) throw new Unreachable('stopped');
    if (this.#silences >= this.limits.silencesMax) throw new Unreachable('gave-up');
    const { headMs } = this.limits;
    const ending = new AbortController();
    const stop = (): void => ending.abort(new Unreachable('stopped'));
    this.#signal.addEventListener('abort', stop, { once: true });
    const headTimer = setTimeout(() => ending.abort(new Unreachable('head-timeout')), headMs);
    try {
      const head = await raced(this.#transport({ ...sent, url, signal: ending.signal }), ending.signal);
      clearTimeout(headTimer);
      const encoded = await this.#readBody(head, ending);
      const body = hasNoBody(sent.method, head.status)
        ? encoded
        : await this.#decode(encoded, head.headers.get('content-encoding'));
      return {
        url: url.href,
        status: head.status,
        headers: head.headers,
        body,
        encodedBytes: encoded.length,
        receivedMs: this.#now(),
      };
    } catch (error) {
      throw ending.signal.aborted ? ending.signal.reason : error;
    } finally {
      clearTimeout(headTimer);
      this.#signal.removeEventListener('abort', stop);
      // Whatever is still coming is not wanted.
      ending.abort(new Unreachable('stopped'));
    }
  }

  /** One body at a time: what a few bytes grow to is there several times over while they do. */
  async #decode(encoded: Buffer, contentEncoding: string | undefined): Promise<Buffer> {
    const before = this.#decoding;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#decoding = promise;
    await before;
    try {
      return await decodeBody(encoded, contentEncoding, this.limits.decodedBytesMax);
    } finally {
      resolve();
    }
  }

  async #readBody({ body }: TransportAnswer, ending: AbortController): Promise<Buffer> {
    const { stallMs, bodyMs, encodedBytesMax } = this.limits;
    const bodyTimer = setTimeout(() => ending.abort(new Unreachable('body-timeout')), bodyMs);
    const stallTimer = setTimeout(() => ending.abort(new Unreachable('body-stalled')), stallMs);
    const pieces: Uint8Array[] = [];
    let bytes = 0;
    const read = async (): Promise<Buffer> => {
      for await (const piece of body) {
        bytes += piece.length;
        if (bytes > encodedBytesMax) throw new Unreachable('body-too-large');
        pieces.push(piece);
        stallTimer.refresh();
      }
      return Buffer.concat(pieces, bytes);
    };
    try {
      return await raced(read(), ending.signal);
    } finally {
      clearTimeout(bodyTimer);
      clearTimeout(stallTimer);
    }
  }
}

/** A promise that an abort ends, whether or not what it waits for heeds the signal. */
const raced = async <T>(promise: Promise<T>, signal: AbortSignal): Promise<T> => {
  // When the signal wins, what the promise still has to say is not wanted.
  promise.catch(() => {});
  const aborted = Promise.withResolvers<never>();
  const abort = (): void => aborted.reject(signal.reason);
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([promise, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
};
