import { Agent, type Dispatcher, getGlobalDispatcher, setGlobalDispatcher } from 'undici';
import { checkLiteralHost, guardedLookup, type Resolve, systemResolve } from '../fetching/guarded-lookup.ts';
import { fetchLimits } from '../fetching/limits.ts';

/**
 * Keeps the process's own `fetch` from private addresses, redirects included, until it is disposed. Fedify delivers with it and offers no other way in,
 * and whoever follows names the inbox that is delivered to. For a process that is one node: it holds for all that runs in it.
 */
export const guardOwnFetch = (resolve: Resolve = systemResolve): AsyncDisposable => {
  const before: Dispatcher = getGlobalDispatcher();
  const agent = new Agent({
    connect: { lookup: guardedLookup(resolve, false), timeout: fetchLimits.connectMs },
    headersTimeout: fetchLimits.headersMs,
    bodyTimeout: fetchLimits.stallMs,
  });
  const guarded = agent.compose((dispatch) => (options, handler) => {
    // A host that is an address itself is never looked up.
    checkLiteralHost(new URL(String(options.origin)), false);
    return dispatch(options, handler);
  });
  setGlobalDispatcher(guarded);
  return {
    async [Symbol.asyncDispose]() {
      setGlobalDispatcher(before);
      await agent.destroy();
    },
  };
};
