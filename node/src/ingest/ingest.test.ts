import * as fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChangeLog } from '../log/change-log.ts';
import { toStoredText } from '../log/stored-text.ts';
import { gtin, offer, place, product, startIngest } from './ingest.fixture.ts';
import { ingestLimits } from './limits.ts';
import type { Outcome } from './outcome.ts';

let { log, ingest, deliver, shown } = startIngest();
beforeEach(() => {
  ({ log, ingest, deliver, shown } = startIngest());
});

const described = (characters: number) => product('feed', { description: 'x'.repeat(characters) });

describe('a delivery', () => {
  it('that says the same changes nothing', async () => {
    await deliver([place('sheet', 'a'), product('feed', { name: 'Pomp' }), offer('feed', 'a')]);
    const head = log.head();
    const run = await ingest.newRun();
    const again = [place('sheet', 'a'), product('feed', { name: 'Pomp' }), offer('feed', 'a')];
    expect(await ingest.apply(again, { run, durable: false })).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(log.head()).toEqual(head);
  });

  it('moves observedAt only when the values of the offer change', async () => {
    await deliver([offer('feed', 'a')]);
    await deliver([offer('feed', 'a', { observedAt: '2026-11-21T10:00:00Z' })]);
    expect(await shown(`/offers/${gtin}.a`)).toMatchObject({ observedAt: '2026-11-20T10:00:00Z' });
    await deliver([offer('feed', 'a', { observedAt: '2026-11-22T10:00:00Z', stock: 3 })]);
    expect(await shown(`/offers/${gtin}.a`)).toMatchObject({ observedAt: '2026-11-22T10:00:00Z', stock: 3 });
  });

  it('states a thing once: the second time is a duplicate, a mention is not', async () => {
    const run = await ingest.newRun();
    await ingest.apply([offer('feed', 'a'), product('feed', {}, true)], { run, durable: false });
    const again = [offer('feed', 'a', { stock: 1 }), product('feed', {}, true)];
    expect(await ingest.apply(again, { run, durable: false })).toEqual(['duplicate', 'seen']);
    expect(await shown(`/offers/${gtin}.a`)).not.toHaveProperty('stock');
  });

  it('is taken again after a moment in which the log could not be read', async () => {
    vi.spyOn(log, 'allRecords').mockImplementationOnce(() => {
      throw new Error('too many open files');
    });
    await expect(ingest.update([place('a', 'een')])).rejects.toThrow('too many open files');
    expect(await ingest.update([place('a', 'een')])).toEqual(['added']);
  });

  it('holds things up to the limit, and not one past it', async () => {
    const room = ingestLimits.textCharactersMax - toStoredText(described(0).data).length;
    expect(await ingest.update([described(room + 1)])).toEqual(['too-large']);
    expect(await ingest.update([described(room)])).toEqual(['added']);
  });

  it('cannot take a place that another source has', async () => {
    await deliver([place('sheet', 'a')]);
    const run = await ingest.newRun();
    expect(await ingest.apply([place('other', 'a')], { run, durable: false })).toEqual(['taken']);
    expect(await shown('/places/a')).toMatchObject({ source: '/sources/sheet' });
  });
});

/** What there is to see of a log, but for its epoch, which is random. */
const contentOf = async (of: ChangeLog) => ({
  head: { ...of.head(), epoch: '' },
  marks: await of.records('mark', '', { limit: 100 }),
  statements: await of.records('statement', '', { limit: 100 }),
});

describe('batches that are handed in at once', () => {
  const key = fc.constantFrom('x', 'y');
  const candidate = fc.oneof(
    fc
      .record({ source: fc.constantFrom('a', 'b'), name: fc.constantFrom('Pomp', 'Bel'), mention: fc.boolean() })
      .map(({ source, name, mention }) => product(source, mention ? {} : { name }, mention)),
    fc
      .record({ source: fc.constantFrom('a', 'b'), at: key, stock: fc.integer({ min: 0, max: 2 }) })
      .map(({ source, at, stock }) => offer(source, at, { stock })),
    key.map((at) => place('sheet', at)),
  );
  const batches = fc.array(fc.array(candidate, { minLength: 1, maxLength: 3 }), { maxLength: 8 });

  it('end as if each had waited for the one before', async () => {
    await fc.assert(
      // In between, a sweep may take places away.
      fc.asyncProperty(batches, fc.boolean(), batches, async (first, sweeps, second) => {
        const calm = startIngest();
        const hasty = startIngest();
        const append = hasty.log.append.bind(hasty.log);
        // What is read too early reads something else, when each write takes its time.
        vi.spyOn(hasty.log, 'append').mockImplementation(async (...given) => {
          await new Promise((resolve) => setImmediate(resolve));
          return append(...given);
        });
        for (const delivery of [first, second]) {
          const [calmRun, hastyRun] = [await calm.ingest.newRun(), await hasty.ingest.newRun()];
          const outcomes: (readonly Outcome[])[] = [];
          for (const batch of delivery) outcomes.push(await calm.ingest.apply(batch, { run: calmRun, durable: false }));
          const answers = delivery.map((batch) => hasty.ingest.apply(batch, { run: hastyRun, durable: false }));
          expect(await Promise.all(answers)).toEqual(outcomes);
          if (!sweeps) continue;
          const options = { added: 0, allowShrink: true, dryRun: false };
          await calm.ingest.sweep('sheet', calmRun, options);
          await hasty.ingest.sweep('sheet', hastyRun, options);
        }
        expect(await contentOf(hasty.log)).toEqual(await contentOf(calm.log));
        expect(await hasty.log.verify()).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
