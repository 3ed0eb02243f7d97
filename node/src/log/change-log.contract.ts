import { addToDigest, dataHash, digestTerm, kinds, type Position, type ThingId } from '@openstraat/spec';
import { describe, expect, it } from 'vitest';
import { describeRefusals } from './change-log-refusals.contract.ts';
import { type LogEntry, originMark } from './change-log.ts';
import { contractLogs, durable, type OpenFresh } from './contract-log.fixture.ts';
import { changesTo, testOrigin, thingText, walk } from './log.fixture.ts';

/** The digest of entries, by the words of the spec. */
const digestOf = (entries: readonly LogEntry[], origin: string): bigint =>
  entries.reduce(
    (sum, { id, text }) =>
      text === undefined
        ? sum
        : addToDigest(sum, digestTerm(origin + id, dataHash(text.replaceAll(originMark, origin)))),
    0n,
  );

const place = (key: string): ThingId => `/places/${key}`;

/** What a round of changes makes of forty places: most get a new text, some go. */
const named = (round: number) =>
  Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [`/places/${index}`, (index + round) % 7 === 0 ? undefined : `${round}`]),
  );

/** What every change log promises. */
export const describeChangeLog = (logName: string, openFresh: OpenFresh): void => {
  const open = contractLogs(openFresh);

  describe(`${logName} as a change log`, () => {
    it('starts with nothing, under its origin and a new epoch', async () => {
      const { log } = await open();
      expect(log.origin).toBe(testOrigin);
      expect(log.head()).toEqual({
        epoch: 'epoch1',
        position: 0,
        droppedTombstone: 0,
        live: 0,
        liveByKind: Object.fromEntries(kinds.map((kind) => [kind, 0])),
        tombstones: 0,
        digest: 0n,
      });
      expect(await log.page(0, 10)).toEqual({ entries: [], head: log.head(), more: false });
      expect(await log.get(place('bakker'))).toBeUndefined();
      expect(await log.verify()).toEqual([]);
      const { log: other } = await open({ randomEpoch: undefined });
      expect(other.head().epoch).toMatch(/^[0-9a-z]{12}$/);
    });

    it('puts things at growing positions in the order given, and a changed thing at the end', async () => {
      const { log, clock, write } = await open();
      const first = clock.nowMs * 1_000;
      await write({ '/places/b': 'B', '/offers/1.b': 'one', '/places/a': 'A' });
      clock.nowMs += 1;
      const head = await write({ '/places/b': 'B again' });
      expect(head).toEqual(log.head());
      expect((await walk(log)).map(({ id, position }) => [id, position - first])).toEqual([
        ['/offers/1.b', 1],
        ['/places/a', 2],
        ['/places/b', 1_000],
      ]);
      expect(await log.get(place('b'))).toEqual({
        position: first + 1_000,
        kind: 'Place',
        id: '/places/b',
        text: thingText(place('b'), 'B again'),
      });
      expect(await log.states([place('none'), '/offers/1.b', place('b')])).toEqual([
        undefined,
        {
          kind: 'Offer',
          position: first + 1,
          hash: dataHash(thingText('/offers/1.b', 'one').replaceAll(originMark, testOrigin)),
          observedAt: '2026-01-05T09:00:00+01:00',
        },
        expect.objectContaining({ kind: 'Place', position: first + 1_000, observedAt: undefined }),
      ]);
      expect(log.head()).toMatchObject({ live: 3, liveByKind: { Place: 2, Offer: 1, Product: 0 }, tombstones: 0 });
    });

    it('never gives a position out twice, also when the clock stands still or goes back', async () => {
      const { log, clock, write } = await open();
      const given: Position[] = [];
      for (const step of [0, 0, -3_600_000, 1, 7_200_000, -1]) {
        clock.nowMs += step;
        given.push((await write({ [`/places/${given.length}`]: 'x', '/places/same': String(given.length) })).position);
      }
      const positions = (await walk(log)).map(({ position }) => position);
      expect([...new Set(given)].toSorted((a, b) => a - b)).toEqual(given);
      expect(positions.toSorted((a, b) => a - b)).toEqual(positions);
      expect(given[1]).toBe((given[0] ?? 0) + 2);
    });

    it('keeps the digest that a reader counts, through changes, tombstones and returns', async () => {
      const { log, write } = await open();
      await write({ '/places/a': 'A', '/places/b': 'B', '/products/09521234543213': 'tyre' });
      const before = log.head().digest;
      await write({ '/places/a': 'changed', '/places/b': undefined });
      expect(log.head().digest).toBe(digestOf(await walk(log), testOrigin));
      expect(log.head()).toMatchObject({ live: 2, liveByKind: { Place: 1, Product: 1 }, tombstones: 1 });
      await write({ '/places/b': 'B', '/places/a': 'A' });
      expect(log.head().digest).toBe(before);
      expect(log.head()).toMatchObject({ live: 3, tombstones: 0 });
      expect(await log.verify()).toEqual([]);
    });

    it('answers tombstones where things were, and none of them among ids', async () => {
      const { log, write } = await open();
      await write({ '/places/a': 'A', '/places/b': 'B' });
      await write({ '/places/a': undefined });
      expect(await log.get(place('a'))).toMatchObject({
        kind: 'Place',
        text: undefined,
        position: log.head().position,
      });
      expect((await log.states([place('a')]))[0]).toMatchObject({ hash: undefined });
      expect((await walk(log)).map(({ id, text }) => [id, text === undefined])).toEqual([
        ['/places/b', false],
        ['/places/a', true],
      ]);
      expect(await log.ids('/places/', { limit: 10 })).toEqual(['/places/b']);
    });

    it('reads entries where they were seen, and the newest of those that have moved since', async () => {
      const { log, write } = await open();
      await write({ '/places/a': 'A', '/places/b': 'B', '/places/c': 'C', '/places/d': 'D' });
      const seen = (await walk(log)).map(({ id, position }) => ({ id, position }));
      await write({ '/places/b': 'B again', '/places/c': undefined });
      await log.dropTombstones(log.head().position);
      await write({ '/places/a': undefined });
      const [a, b, c, d] = await Promise.all(seen.map(({ id }) => log.get(id)));
      expect([a?.text, b?.text, c, d?.text]).toEqual([
        undefined,
        thingText(place('b'), 'B again'),
        undefined,
        thingText(place('d'), 'D'),
      ]);
      expect(await log.entriesOf(seen)).toEqual([a, b, c, d]);
      // Whoever is wrong about where something stands is not told of something else.
      const wrong = [
        { id: place('b'), position: d?.position ?? 0 },
        { id: place('none'), position: d?.position ?? 0 },
        { id: place('d'), position: 0 },
      ];
      expect(await log.entriesOf(wrong)).toEqual([b, undefined, d]);
      expect(await log.entriesOf([])).toEqual([]);
    });

    it('forgets tombstones up to a position, and remembers how far', async () => {
      const { log, write } = await open();
      await write({ '/places/a': 'A', '/places/b': 'B', '/places/c': 'C', '/places/d': 'D' });
      const { position: first } = await write({ '/places/a': undefined });
      const { position: second } = await write({ '/places/b': undefined, '/places/c': undefined });
      await write({ '/places/a': 'back' });
      expect(await log.dropTombstones(first)).toBe(0);
      expect(log.head().droppedTombstone).toBe(0);
      expect(await log.dropTombstones(second - 1)).toBe(1);
      expect(log.head()).toMatchObject({ droppedTombstone: second - 1, tombstones: 1, live: 2 });
      expect(await log.get(place('b'))).toBeUndefined();
      expect(await log.get(place('c'))).toMatchObject({ text: undefined });
      expect(await log.dropTombstones(Number.MAX_SAFE_INTEGER - 1)).toBe(1);
      expect(log.head()).toMatchObject({ droppedTombstone: second, tombstones: 0 });
      expect((await walk(log)).map(({ id }) => id)).toEqual(['/places/d', '/places/a']);
      await write({ '/places/b': 'again' });
      expect(log.head()).toMatchObject({ live: 3, tombstones: 0 });
      const { position: third } = await write({ '/places/b': undefined, '/places/d': undefined });
      expect(await log.dropTombstones(third + 0.5)).toBe(2);
      expect(log.head()).toMatchObject({ droppedTombstone: third, position: third, live: 1, tombstones: 0 });
      expect(await log.verify()).toEqual([]);
    });

    it('reads pages of any size, and says whether more follows', async () => {
      const { log, write } = await open();
      await write(Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`/places/${index}`, 'x'])));
      const start = (await log.page(0, 1)).entries[0]?.position ?? 0;
      const nine = await log.page(start, 9);
      expect([nine.entries.length, nine.more]).toEqual([9, false]);
      const eight = await log.page(start, 8);
      expect([eight.entries.length, eight.more]).toEqual([8, true]);
      expect(await log.page(log.head().position, 5)).toMatchObject({ entries: [], more: false });
    });

    it('reads ids and records in order of their bytes, by prefix, behind a key and up to a limit', async () => {
      const { log } = await open();
      const ids = ['/places/a', '/places/a.1', '/places/ab', '/places/b', '/parcel-points/a', '/places/é', '/places/z'];
      const keys = ['a!1', 'a!2', 'a!', 'a', 'a"', 'b!1', 'é', '\u{10ffff}x', '\u{ffff}', '😀', ''];
      await log.append(
        {
          things: await changesTo(
            log,
            ids.map((id) => [id as ThingId, 'x']),
          ),
          records: [
            ...keys.map((key) => ({ table: 'mark' as const, key, value: `value of ${key}` })),
            { table: 'node', key: 'other table', value: '1' },
          ],
        },
        durable,
      );
      expect(await log.ids('/places/', { limit: 100 })).toEqual([
        '/places/a',
        '/places/a.1',
        '/places/ab',
        '/places/b',
        '/places/z',
        '/places/é',
      ]);
      expect(await log.ids('/places/a', { limit: 2 })).toEqual(['/places/a', '/places/a.1']);
      expect(await log.ids('/places/', { after: '/places/a.1', limit: 2 })).toEqual(['/places/ab', '/places/b']);
      expect(await log.ids('/places/', { after: '/offers/z', limit: 1 })).toEqual(['/places/a']);
      expect(await log.ids('/places/', { after: '/q', limit: 1 })).toEqual([]);
      const read = async (prefix: string, after?: string, limit = 100) =>
        (await log.records('mark', prefix, { limit, ...(after !== undefined && { after }) })).map(([key]) => key);
      expect(await read('')).toEqual(['', 'a', 'a!', 'a!1', 'a!2', 'a"', 'b!1', 'é', '\u{ffff}', '😀', '\u{10ffff}x']);
      expect(await read('a!')).toEqual(['a!', 'a!1', 'a!2']);
      expect(await read('a!', 'a!1')).toEqual(['a!2']);
      expect(await read('', 'a!1', 2)).toEqual(['a!2', 'a"']);
      const all = (await Array.fromAsync(log.allRecords('mark', 'a!'))).flat();
      expect(all.map(([key]) => key)).toEqual(['a!', 'a!1', 'a!2']);
      expect(await read('\u{10ffff}')).toEqual(['\u{10ffff}x']);
      expect(await log.records('mark', 'b', { limit: 1 })).toEqual([['b!1', 'value of b!1']]);
    });

    it('writes records with things or alone, and removes them', async () => {
      const { log, write } = await open();
      await write({ '/places/a': 'A' }, [
        { table: 'code', key: 'shop!1', value: 'x' },
        { table: 'source', key: 'shop', value: '' },
      ]);
      const head = log.head();
      await write({}, [{ table: 'code', key: 'shop!1', value: undefined }]);
      expect(log.head()).toEqual(head);
      expect(await log.record('code', 'shop!1')).toBeUndefined();
      expect(await log.record('source', 'shop')).toBe('');
      expect(
        await log.recordsOf([
          { table: 'node', key: 'shop' },
          { table: 'source', key: 'shop' },
        ]),
      ).toEqual([undefined, '']);
    });

    it('answers pages of one instant while changes race it', async () => {
      const { log, write } = await open();
      await write(Object.fromEntries(Object.entries(named(0)).filter(([, text]) => text !== undefined)));
      const progress = { writing: true };
      const writer = (async () => {
        for (let round = 1; round <= 60; round += 1) {
          const alive = new Set(await log.ids('/places/', { limit: 100 }));
          const changes = Object.entries(named(round)).filter(
            ([id, text]) => text !== undefined || alive.has(id as ThingId),
          );
          await write(Object.fromEntries(changes));
        }
        progress.writing = false;
      })();
      let pages = 0;
      while (progress.writing) {
        const { entries, head, more } = await log.page(0, 1_000);
        expect(more).toBe(false);
        expect(entries.at(-1)?.position).toBe(head.position);
        expect(entries.filter(({ text }) => text !== undefined)).toHaveLength(head.live);
        expect(entries.filter(({ text }) => text === undefined)).toHaveLength(head.tombstones);
        expect(digestOf(entries, testOrigin)).toBe(head.digest);
        const got = await log.get(place('3'));
        expect(got?.id).toBe('/places/3');
        pages += 1;
      }
      await writer;
      expect(pages).toBeGreaterThan(3);
    });

    it('runs appends that overlap in the order of the calls', async () => {
      const { log } = await open();
      const changes = await changesTo(
        log,
        Array.from({ length: 20 }, (_, index) => [place(String(index)), 'x'] as const),
      );
      const heads = await Promise.all(changes.map((change) => log.append({ things: [change], records: [] }, durable)));
      expect(heads.map(({ live }) => live)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
      expect((await walk(log)).map(({ id }) => id)).toEqual(changes.map(({ id }) => id));
      expect(await log.verify()).toEqual([]);
    });

    it('gives everything a new hash under a new origin, in a new epoch', async () => {
      const { log, write } = await open();
      await write({ '/places/a': 'A', '/places/b': 'B', '/offers/1.a': 'x' }, [
        { table: 'node', key: 'k', value: 'v' },
      ]);
      await write({ '/places/b': undefined });
      const [before, old] = [await walk(log), log.head()];
      const head = await log.changeOrigin('https://straat.example');
      expect(head).toEqual({ ...old, epoch: 'epoch2', digest: digestOf(before, 'https://straat.example') });
      expect(head.digest).not.toBe(old.digest);
      expect(log.origin).toBe('https://straat.example');
      expect(await walk(log)).toEqual(before);
      expect((await log.states(['/offers/1.a']))[0]).toMatchObject({ observedAt: '2026-01-05T09:00:00+01:00' });
      expect(await log.verify()).toEqual([]);
      await write({ '/places/a': 'changed' });
      expect(await log.verify()).toEqual([]);
    });

    it('starts a new epoch and goes on from the last position', async () => {
      const { log, write } = await open();
      const old = await write({ '/places/a': 'A' });
      expect(await log.renewEpoch()).toEqual({ ...old, epoch: 'epoch2' });
      expect((await write({ '/places/b': 'B' })).position).toBe(old.position + 1);
    });
  });
  describeRefusals(logName, open);
};
