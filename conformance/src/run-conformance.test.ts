import { afterEach, describe, expect, it, vi } from 'vitest';
import { TinyPublisher, tinyNowMs } from './broken/tiny-publisher/tiny-publisher.ts';
import { tinyOrigin } from './broken/tiny-publisher/town.ts';
import { fetchLimits } from './fetching/limits.ts';
import type { ConformanceResult } from './result/result.ts';
import { type ConformanceOptions, runConformance } from './run-conformance.ts';

const run = (options: Partial<ConformanceOptions>): Promise<ConformanceResult> =>
  runConformance({
    url: `${tinyOrigin}/`,
    fetch: new TinyPublisher().fetch,
    seed: 'whole',
    now: () => tinyNowMs,
    ...options,
  });

describe('a run', () => {
  it('says in every request who asks, also where it plays others', async () => {
    const { exchanges } = await run({
      fetch: new TinyPublisher({ class: 'searchable' }).fetch,
      classes: ['searchable'],
    });
    const names = new Set(exchanges.map(({ requestHeaders }) => requestHeaders['user-agent']));
    for (const name of names) expect(name).toMatch(/^openstraat-conformance\//);
    expect(names.size).toBeGreaterThan(2);
  });

  it('never asks more at once than it may, whatever it is told', async () => {
    const publisher = new TinyPublisher();
    let running = 0;
    let most = 0;
    await run({
      limits: { requestsAtOnce: fetchLimits.requestsAtOnce + 1 },
      async fetch(request) {
        most = Math.max(most, ++running);
        await new Promise(setImmediate);
        running -= 1;
        return publisher.fetch(request);
      },
    });
    expect(most).toBe(fetchLimits.requestsAtOnce);
  });
});

describe('a run that ends with an error of its caller', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('leaves no timer behind', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const failing = run({ beforeLate: () => Promise.reject(new Error('no change')) });
    await expect(failing).rejects.toThrow('no change');
    expect(vi.getTimerCount()).toBe(0);
  });
});
