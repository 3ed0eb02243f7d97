import { beforeEach, describe, expect, it, vi } from 'vitest';
import { gtin, offer, place, product, startIngest } from './ingest.fixture.ts';
import { ingestLimits } from './limits.ts';

let { log, ingest, deliver, sweep, shown } = startIngest();
beforeEach(() => {
  ({ log, ingest, deliver, sweep, shown } = startIngest());
});

describe('a snapshot', () => {
  it('takes away only what its own source no longer has', async () => {
    await deliver([offer('one', 'a'), offer('one', 'b')]);
    await deliver([offer('two', 'c')]);
    const run = await deliver([offer('one', 'a')]);
    expect(await sweep('one', run)).toEqual({ stale: 1, dependents: 0, removed: 1, stopped: false });
    expect(await shown(`/offers/${gtin}.b`)).toBeUndefined();
    expect(await shown(`/offers/${gtin}.c`)).toBeDefined();
  });

  it('stops when more than a third would go, and not at a third', async () => {
    const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => offer('one', key));
    await deliver(six);
    const third = await deliver(six.slice(2));
    const options = { added: 0, allowShrink: false, dryRun: false };
    expect(await ingest.sweep('one', third, options)).toMatchObject({ stopped: false, removed: 2 });
    await deliver(six);
    const half = await deliver(six.slice(3));
    expect(await ingest.sweep('one', half, options)).toEqual({ stale: 3, dependents: 0, removed: 0, stopped: true });
    expect(log.head().live).toBe(6);
  });

  it('takes away as many at once as the limit, and one past it in another turn', async () => {
    for (const [stale, turns] of [
      [ingestLimits.withdrawalsAtOnce, 1],
      [ingestLimits.withdrawalsAtOnce + 1, 2],
    ] as const) {
      await deliver(Array.from({ length: stale }, (_, index) => offer('one', `p${index}`)));
      const run = await deliver([]);
      const append = vi.spyOn(log, 'append');
      expect(await sweep('one', run)).toMatchObject({ removed: stale });
      expect(append).toHaveBeenCalledTimes(turns);
      append.mockRestore();
    }
  });

  it('does not count what the run itself brought', async () => {
    await deliver([offer('one', 'a'), offer('one', 'b')]);
    const run = await deliver([offer('one', 'a'), offer('one', 'c'), offer('one', 'd'), offer('one', 'e')]);
    const swept = await ingest.sweep('one', run, { added: 3, allowShrink: false, dryRun: false });
    expect(swept).toMatchObject({ stopped: true, stale: 1 });
  });

  it('that would only be tried says how much would go, however much that is', async () => {
    await deliver([product('feed', { name: 'Pomp' })]);
    await deliver([...Array.from({ length: 1_001 }, (_, index) => offer('till', `p${index}`)), offer('feed', 'own')]);
    await deliver([offer('till', 'a', {}, `${gtin}.x`)]);
    const run = await deliver([]);
    const options = { added: 0, allowShrink: true, dryRun: true };
    expect(await ingest.sweep('feed', run, options)).toEqual({
      stale: 2,
      dependents: 1_001,
      removed: 0,
      stopped: false,
    });
    expect(log.head().live).toBe(1_004);
  });

  it('keeps what a refused row names', async () => {
    await deliver([offer('one', 'a'), offer('one', 'b')]);
    const run = await deliver([offer('one', 'a')]);
    await ingest.keep([offer('one', 'b')], run);
    expect(await sweep('one', run)).toMatchObject({ stale: 0, removed: 0 });
  });

  it('that loses a place loses what stands there, whoever stated it (FEED-019)', async () => {
    await deliver([place('sheet', 'a'), place('sheet', 'b')]);
    await deliver([offer('one', 'a'), offer('one', 'b')]);
    await deliver([offer('two', 'a', { stock: 2 })]);
    const run = await deliver([place('sheet', 'b')]);
    expect(await sweep('sheet', run)).toMatchObject({ removed: 2 });
    expect(await log.ids('/', { limit: 10 })).toEqual([`/offers/${gtin}.b`, '/places/b']);
    expect((await log.records('mark', 'one!a!', { limit: 10 })).length).toBe(0);
    expect((await log.records('statement', '', { limit: 10 })).length).toBe(0);
  });

  it('that loses a product loses its offers, and not those of a product whose key starts the same', async () => {
    const longer = `${gtin}.x`;
    await deliver([product('feed', { name: 'Pomp' })]);
    await deliver([offer('one', 'a'), offer('one', 'a', {}, longer)]);
    await sweep('feed', await deliver([]));
    expect(await log.ids('/offers/', { limit: 10 })).toEqual([`/offers/${longer}.a`]);
  });
});
