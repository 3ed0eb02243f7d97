import { array, assert, boolean, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json/json-value.ts';
import { specifiedTerm } from './digest-term.ts';
import { Replica } from './replica.ts';
import { ThingsMetAgain } from './things-met-again.ts';

const idOf = (name: string): string => `https://waterveen.example/offers/${name}`;

/** Entries of a few things, at positions in whatever order; at one position there is one entry. */
const entries = array(
  record({
    id: constantFrom('a', 'b', 'c', 'd').map(idOf),
    kind: constantFrom('Offer', 'Product', 'Song'),
    modified: integer({ min: 0, max: 40 }),
    isLive: boolean(),
  }),
  { maxLength: 30 },
).map((items) =>
  [...new Map(items.map((item) => [item.modified, item])).values()].map(
    ({ isLive, ...item }, at): { readonly at: number; readonly item: JsonObject } => ({
      at,
      item: isLive
        ? { ...item, state: 'updated', data: { id: item.id, price: item.modified } }
        : { ...item, state: 'deleted', published: '2026-03-01T00:00:00Z', movedTo: idOf('elsewhere') },
    }),
  ),
);

/** What must be held of some entries: each thing's one with the highest position. */
const newestOf = (seen: readonly { readonly item: JsonObject }[]): ReadonlyMap<unknown, JsonObject> => {
  const newest = new Map<unknown, JsonObject>();
  for (const { item } of seen)
    if (Number(item['modified']) > Number(newest.get(item['id'])?.['modified'] ?? -1)) newest.set(item['id'], item);
  return newest;
};

const statesOf = (things: ThingsMetAgain | Replica['things']) =>
  things
    .values()
    .map(({ id, position, isLive, kind, movedTo }) => ({ id, position, isLive, kind, movedTo }))
    .toArray()
    .toSorted((left, right) => left.id.localeCompare(right.id));

const expectedOf = (seen: Parameters<typeof newestOf>[0]) =>
  [...newestOf(seen).values()]
    .map(({ id, modified, state, kind, movedTo }) => ({
      id,
      position: modified,
      isLive: state === 'updated',
      kind: kind === 'Song' ? undefined : kind,
      movedTo,
    }))
    .toSorted((left, right) => String(left.id).localeCompare(String(right.id)));

describe('a replica', () => {
  it('holds the newest state of each thing, and the digest over those that live', () => {
    assert(
      property(entries, (seen) => {
        const replica = new Replica();
        for (const entry of seen) replica.take(7, entry);
        expect(statesOf(replica.things)).toEqual(expectedOf(seen));
        const live = [...newestOf(seen).values()].filter(({ state }) => state === 'updated');
        const terms = live.map(({ id, data }) => specifiedTerm(String(id), data as JsonObject));
        expect(replica.live).toBe(live.length);
        expect(replica.digest).toBe(terms.reduce((sum, term) => (sum + term) % 2n ** 256n, 0n));
      }),
    );
  });

  it('counts what has no canonical form, and no longer when that has gone', () => {
    const replica = new Replica();
    const id = idOf('a');
    replica.take(0, { at: 0, item: { id, modified: 1, state: 'updated', data: { name: '\uD83D' } } });
    expect([replica.live, replica.withoutTerm, replica.things.get(id)?.term]).toEqual([1, 1, undefined]);
    replica.take(3, { at: 5, item: { id, modified: 2, state: 'deleted', published: 'yesterday' } });
    expect([replica.live, replica.withoutTerm, replica.digest]).toEqual([0, 0, 0n]);
    expect(replica.things.get(id)).toMatchObject({ exchange: 3, at: 5, publishedMs: Number.NaN });
  });
});

it('what is met again is told as a replica of its own would, whatever the first walk held', () => {
  assert(
    property(entries, entries, (first, second) => {
      const before = new Replica();
      for (const entry of first) before.take(1, entry);
      // What stands as it stood is the same entry in both walks.
      const known = newestOf(first);
      const met = second.filter(({ item }) => known.values().every((one) => one['modified'] !== item['modified']));
      const both = [...first.filter(({ item }) => known.get(item['id']) === item), ...met];
      const again = new ThingsMetAgain(before.things);
      for (const entry of both) again.take(2, entry);
      expect(statesOf(again)).toEqual(expectedOf(both));
      expect(again.size).toBe(newestOf(both).size);
      for (const id of newestOf(both).keys()) expect(again.get(String(id))?.id).toBe(id);
      expect(again.has(idOf('never'))).toBe(false);
      const alone = new ThingsMetAgain(before.things);
      for (const entry of met) alone.take(2, entry);
      expect(statesOf(alone)).toEqual(expectedOf(met));
    }),
  );
});
