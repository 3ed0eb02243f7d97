import { Agent, type Dispatcher, getGlobalDispatcher, setGlobalDispatcher } from 'undici';
import { FetchError } from '../fetching/fetched.ts';
import { checkLiteralHost, type Dial, guardedLookup, type Resolve, systemResolve } from '../fetching/guarded-lookup.ts';
import { spendRequest } from './delivery-budget.ts';
import { type DeliveryLimits, deliveryLimits } from './limits.ts';

/** How the process's own `fetch` is guarded. */
export interface GuardOptions {
  /** For tests, and networks that the operator trusts. */
  readonly allowPrivateAddress: boolean;
  readonly userAgent: string;
  readonly resolve?: Resolve | undefined;
  readonly dial?: Dial | undefined;
  readonly limits?: Partial<DeliveryLimits> | undefined;
}

/** Headers that browsers send, and servers take for one. */
const browserHeaders: ReadonlySet<string> = new Set(['user-agent', 'accept-language', 'sec-fetch-mode']);

const withUserAgent = (headers: Dispatcher.DispatchOptions['headers'], userAgent: string): Record<string, string> => {
  const given = Object.entries((headers ?? {}) as Readonly<Record<string, string>>);
  return { ...Object.fromEntries(given.filter(([name]) => !browserHeaders.has(name))), 'user-agent': userAgent };
};

/** Ends an answer that takes too long, or is too large. */
const bounded = (
  handler: Dispatcher.DispatchHandler,
  { leftMs, bytesMax }: { readonly leftMs: number; readonly bytesMax: number },
): Dispatcher.DispatchHandler => {
  let timer: NodeJS.Timeout | undefined;
  let bytes = 0;
  return {
    onRequestStart(controller, context) {
      timer ??= setTimeout(() => controller.abort(new FetchError('total-timeout')), leftMs);
      handler.onRequestStart?.(controller, context);
    },
    onRequestUpgrade: (...upgrade) => handler.onRequestUpgrade?.(...upgrade),
    onResponseStarted: () => handler.onResponseStarted?.(),
    onResponseStart: (...head) => handler.onResponseStart?.(...head),
    onResponseData(controller, piece) {
      bytes += piece.length;
      if (bytes > bytesMax) controller.abort(new FetchError('body-too-large'));
      else handler.onResponseData?.(controller, piece);
    },
    onResponseEnd(...end) {
      clearTimeout(timer);
      handler.onResponseEnd?.(...end);
    },
    onResponseError(...error) {
      clearTimeout(timer);
      handler.onResponseError?.(...error);
    },
    onBodySent: (piece) => handler.onBodySent?.(piece),
    onRequestSent: () => handler.onRequestSent?.(),
  };
};

/**
 * Keeps the process's own `fetch` within limits and from private addresses, redirects included, until it is disposed. Fedify delivers with it and offers
 * no other way in, and whoever follows names the inbox that is delivered to. For a process that is one node: it holds for all that runs in it.
 */
export const guardOwnFetch = ({
  allowPrivateAddress,
  userAgent,
  resolve = systemResolve,
  dial,
  ...options
}: GuardOptions): AsyncDisposable => {
  const limits = { ...deliveryLimits, ...options.limits };
  const before: Dispatcher = getGlobalDispatcher();
  const agent = new Agent({
    connect: { lookup: guardedLookup(resolve, allowPrivateAddress, dial), timeout: limits.connectMs },
    headersTimeout: limits.headersMs,
    bodyTimeout: limits.totalMs,
  });
  const guarded = agent.compose((dispatch) => (request, handler) => {
    // A host that is an address itself is never looked up.
    checkLiteralHost(new URL(String(request.origin)), allowPrivateAddress);
    const bounds = { leftMs: spendRequest(limits), bytesMax: limits.answerBytesMax };
    const headers = withUserAgent(request.headers, userAgent);
    return dispatch({ ...request, headers }, bounded(handler, bounds));
  });
  setGlobalDispatcher(guarded);
  return {
    async [Symbol.asyncDispose]() {
      setGlobalDispatcher(before);
      await agent.destroy();
    },
  };
};
