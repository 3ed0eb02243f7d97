import { describe, expect, it } from 'vitest';
import { TinyPublisher, tinyNowMs } from '../broken/tiny-publisher/tiny-publisher.ts';
import { tinyOrigin } from '../broken/tiny-publisher/town.ts';
import type { ConformanceResult } from '../result/result.ts';
import { runConformance } from '../run-conformance.ts';

const pages = 60;

/** Tests a feed of sixty pages. */
const run = (options: { readonly seed: string; readonly full?: boolean }): Promise<ConformanceResult> => {
  const publisher = new TinyPublisher({ moreTombstones: pages * 10 });
  return runConformance({
    url: tinyOrigin,
    classes: ['publisher'],
    fetch: publisher.fetch,
    beforeLate: publisher.beforeLate,
    now: () => tinyNowMs,
    ...options,
  });
};

const feedPages = ({ exchanges }: ConformanceResult): readonly string[] =>
  exchanges.map(({ url }) => url).filter((url) => url.startsWith(`${tinyOrigin}/feed`) && !url.endsWith('checkpoint'));

describe('a long feed', () => {
  it('is sampled: its start, its newest pages, and random ones; the report says so', async () => {
    const result = await run({ seed: 'one' });
    expect(result.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(new Set(feedPages(result)).size).toBeLessThan(pages);
    expect(result.notes.join(' ')).toContain('What lies between was not seen');
    const outcomes = new Map(result.checks.map(({ name, outcome, why }) => [name, why ?? outcome]));
    expect(outcomes.get('set-digest')).toBe('needs-full');
    expect(outcomes.get('no-dangling-references')).toBe('needs-full');
    // The page at the head was among them.
    expect(outcomes.get('checkpoint-members')).toBe('passed');
    expect(result.checks.find(({ name }) => name === 'checkpoint-members')?.says).not.toBe('1 checkpoints');
  });

  it('is sampled alike with the same seed, and otherwise with another', async () => {
    const [first, again, other] = [await run({ seed: 'one' }), await run({ seed: 'one' }), await run({ seed: 'two' })];
    expect(feedPages(again)).toEqual(feedPages(first));
    expect(feedPages(other)).not.toEqual(feedPages(first));
  });

  it('is read whole when that is asked for', async () => {
    const result = await run({ seed: 'one', full: true });
    expect(result.checks.filter(({ why }) => why === 'needs-full')).toEqual([]);
    expect(result.checks.find(({ name }) => name === 'set-digest')?.outcome).toBe('passed');
  });
});
