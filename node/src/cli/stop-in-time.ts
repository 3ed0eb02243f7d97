import { setTimeout as wait } from 'node:timers/promises';

/** Disposes in order, for as long as it may take. @returns whether all were done in time */
export const stopInTime = async (owners: readonly AsyncDisposable[], timeoutMs: number): Promise<boolean> => {
  const timer = new AbortController();
  const all = (async () => {
    for (const owner of owners) await owner[Symbol.asyncDispose]();
    return true;
  })();
  const late = wait(timeoutMs, false, { signal: timer.signal }).catch(() => false);
  try {
    return await Promise.race([all, late]);
  } finally {
    timer.abort();
  }
};
