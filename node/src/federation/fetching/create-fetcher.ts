import { retryAfterMs } from '@openstraat/spec';
import type { Clock } from '../../model/clock.ts';
import { classifyFailure } from './classify-failure.ts';
import { acceptEncoding, decodeBody } from './decode-body.ts';
import { type FetchAnswer, FetchError, type Fetched } from './fetched.ts';
import { checkLiteralHost, type Dial, guardedLookup, type Resolve, systemResolve } from './guarded-lookup.ts';
import { HostGates } from './host-gates.ts';
import { type FetchLimits, fetchLimits } from './limits.ts';

/** How an address is asked. */
export interface Asking {
  /** Names in lower case; they go before the fetcher's own. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether redirects may leave the origin; they may not when absent (CONS-020). */
  readonly redirects?: 'same-origin' | 'anywhere';
  /** A shorter time for all of it than the fetcher's own. */
  readonly totalMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Gets what others serve, within limits. */
export interface Fetcher extends AsyncDisposable {
  /** Never throws: what goes wrong is a value. */
  get(address: string, asking?: Asking): Promise<Fetched>;
}

export interface FetcherOptions {
  /** For tests, and networks that the operator trusts. */
  readonly allowPrivateAddress: boolean;
  /** Hosts that the operator wants nothing from. */
  readonly isBlocked?: ((hostname: string) => boolean) | undefined;
  readonly userAgent: string;
  readonly clock: Clock;
  readonly limits?: Partial<FetchLimits> | undefined;
  readonly resolve?: Resolve | undefined;
  readonly dial?: Dial | undefined;
}

const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const busyStatuses: ReadonlySet<number> = new Set([429, 503]);

const readUrl = (address: string, base?: string): URL => {
  const url = URL.parse(address, base);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    throw new FetchError('not-an-address');
  url.hash = '';
  return url;
};

const headersOf = (headers: Readonly<Record<string, string | string[] | undefined>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(headers).map(([name, value = '']) => [name, Array.isArray(value) ? value.join(', ') : value]));

/** Reads a body up to a size. @throws {FetchError} `body-too-large` */
const readBody = async (body: AsyncIterable<Uint8Array>, bytesMax: number): Promise<Buffer> => {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of body) {
    bytes += piece.length;
    if (bytes > bytesMax) throw new FetchError('body-too-large');
    pieces.push(piece);
  }
  return Buffer.concat(pieces, bytes);
};

/** Makes the one way in which a node gets things from others. */
export const createFetcher = (options: FetcherOptions): Fetcher => {
  const { allowPrivateAddress, isBlocked, userAgent, clock, resolve = systemResolve, dial } = options;
  const limits: FetchLimits = { ...fetchLimits, ...options.limits };
  const gates = new HostGates(limits.requestsAtOnce, limits.requestsWaitingMax);
  /** It takes a tenth of a second to load, and a node that follows nobody may never ask. */
  const loadClient = async () => {
    const { Agent, request } = await import('undici');
    const dispatcher = new Agent({
      connections: limits.requestsAtOnce,
      allowH2: false,
      connect: { lookup: guardedLookup(resolve, allowPrivateAddress, dial), timeout: limits.connectMs },
      headersTimeout: limits.headersMs,
      bodyTimeout: limits.stallMs,
    });
    return { request, dispatcher };
  };
  let client: ReturnType<typeof loadClient> | undefined;

  const once = async (
    url: URL,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<FetchAnswer> => {
    if (isBlocked?.(url.hostname) === true) throw new FetchError('blocked');
    checkLiteralHost(url, allowPrivateAddress);
    client ??= loadClient();
    const { request, dispatcher } = await client;
    const answer = await request(url, { dispatcher, method: 'GET', headers, signal });
    const { statusCode: status } = answer;
    const received = headersOf(answer.headers);
    try {
      if (busyStatuses.has(status))
        throw new FetchError('busy', {
          detail: `status ${status}`,
          retryAfterMs: retryAfterMs(received.get('retry-after'), clock.now(), limits.retryAfterMsMax),
        });
      const encoded = await readBody(answer.body, limits.encodedBytesMax);
      const body =
        status === 204 || status === 304
          ? encoded
          : await decodeBody(encoded, received.get('content-encoding'), limits.decodedBytesMax);
      return { ok: true, url: url.href, status, headers: received, body, encodedBytes: encoded.length };
    } finally {
      // What is still coming is not wanted; an end that was reached stays one.
      answer.body.on('error', () => undefined).destroy();
    }
  };

  const follow = async (start: URL, asking: Asking, signal: AbortSignal): Promise<FetchAnswer> => {
    const headers = { 'user-agent': userAgent, 'accept-encoding': acceptEncoding, ...asking.headers };
    let url = start;
    for (let redirects = 0; ; redirects += 1) {
      const answer = await once(url, headers, signal);
      const location = answer.headers.get('location');
      if (location === undefined || !redirectStatuses.has(answer.status)) return answer;
      if (redirects >= limits.redirectsMax) throw new FetchError('too-many-redirects');
      const target = readUrl(location, url.href);
      if (asking.redirects !== 'anywhere' && start.origin !== target.origin)
        throw new FetchError('other-origin', { detail: target.origin });
      url = target;
    }
  };

  return {
    async get(address, asking = {}) {
      const ending = new AbortController();
      const stop = (): void => ending.abort(new FetchError('stopped'));
      if (asking.signal?.aborted === true) stop();
      asking.signal?.addEventListener('abort', stop, { once: true });
      const totalMs = Math.min(asking.totalMs ?? limits.totalMs, limits.totalMs);
      // Whoever waits for others waits as part of it.
      const timer = setTimeout(() => ending.abort(new FetchError('total-timeout')), totalMs);
      let leave: Awaited<ReturnType<HostGates['enter']>> | undefined;
      try {
        const url = readUrl(address);
        leave = await gates.enter(url.host, ending.signal);
        if (leave === 'full') throw new FetchError('busy', { detail: 'too many requests wait for it' });
        if (leave === 'stopped') throw new FetchError('stopped');
        return await follow(url, asking, ending.signal);
      } catch (error) {
        const failure = classifyFailure(ending.signal.aborted ? ending.signal.reason : error);
        return {
          ok: false,
          code: failure.code,
          words: failure.message,
          ...(failure.retryAfterMs === undefined ? {} : { retryAfterMs: failure.retryAfterMs }),
        };
      } finally {
        clearTimeout(timer);
        asking.signal?.removeEventListener('abort', stop);
        if (typeof leave === 'function') leave();
      }
    },
    async [Symbol.asyncDispose]() {
      await (await client)?.dispatcher.destroy();
    },
  };
};
