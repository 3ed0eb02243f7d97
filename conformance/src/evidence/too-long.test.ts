import { describe, expect, it, vi } from 'vitest';
import { TinyPublisher, tinyNowMs } from '../broken/tiny-publisher/tiny-publisher.ts';
import { tinyOrigin } from '../broken/tiny-publisher/town.ts';
import { runConformance } from '../run-conformance.ts';

vi.mock(import('./limits.ts'), async (importOriginal) => {
  const { evidenceLimits } = await importOriginal();
  // Tables that hold nothing yet take less, and those that hold one thing more.
  return { evidenceLimits: { ...evidenceLimits, fullBytesMax: 2_000 } };
});

describe('a feed that is longer than the suite reads of a whole one', () => {
  it('is read in part, and nobody fails for it', async () => {
    const publisher = new TinyPublisher({ moreTombstones: 60 });
    const result = await runConformance({
      url: tinyOrigin,
      classes: ['publisher'],
      fetch: publisher.fetch,
      beforeLate: publisher.beforeLate,
      now: () => tinyNowMs,
      seed: 'long',
      full: true,
    });
    expect(result.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    const digest = result.checks.find(({ name }) => name === 'set-digest');
    expect([digest?.why, digest?.says]).toEqual(['out-of-sight', 'the feed is longer than the suite reads']);
    expect(result.verdict).toBe('conforms');
  });
});
