import type { ConformanceResult } from '../result/result.ts';
import { runConformance } from '../run-conformance.ts';
import type { Spoiler } from './spoiler.ts';
import { TinyPublisher, tinyNowMs } from './tiny-publisher/tiny-publisher.ts';
import { tinyOrigin } from './tiny-publisher/town.ts';

/** Tests the tiny publisher, broken as the spoiler says. */
export const runTiny = (spoiler: Partial<Spoiler> = {}): Promise<ConformanceResult> => {
  const publisher = new TinyPublisher(spoiler);
  return runConformance({
    url: spoiler.url ?? `${tinyOrigin}/`,
    classes: [spoiler.class ?? 'publisher'],
    fetch: publisher.fetch,
    beforeLate: publisher.beforeLate,
    seed: 'waterveen',
    callback: publisher.callback,
    // What it sends is there before it answers.
    patienceMs: 0,
    now: () => tinyNowMs,
    limits: { retryAfterMs: 1 },
  });
};
