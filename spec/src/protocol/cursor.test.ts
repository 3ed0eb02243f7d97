import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type FeedCursor,
  type FeedHead,
  formatCursor,
  judgeCursor,
  nextCursor,
  parseCursor,
  startOfWalk,
} from './cursor.ts';

interface Entry {
  readonly position: number;
  readonly live: boolean;
}

/** A feed as small as can be: newest entry by thing, and its head. */
class Feed {
  readonly entries = new Map<string, Entry>();
  /** Positions of all tombstones that were dropped. */
  readonly dropped: number[] = [];
  head: FeedHead = { epoch: 'e', position: 0, droppedTombstone: 0 };

  change(id: string, live: boolean): void {
    if (!live && this.entries.get(id)?.live !== true) return;
    this.head = { ...this.head, position: this.head.position + 1 };
    this.entries.set(id, { position: this.head.position, live });
  }

  dropTombstones(upTo: number): void {
    for (const [id, { live, position }] of this.entries)
      if (!live && position <= upTo) {
        this.entries.delete(id);
        this.dropped.push(position);
        this.head = { ...this.head, droppedTombstone: Math.max(this.head.droppedTombstone, position) };
      }
  }

  page(
    after: number,
    limit: number,
  ): { readonly items: readonly (readonly [string, Entry])[]; readonly more: boolean } {
    const above = [...this.entries]
      .filter(([, { position }]) => position > after)
      .toSorted(([, left], [, right]) => left.position - right.position);
    return { items: above.slice(0, limit), more: above.length > limit };
  }

  live(): readonly string[] {
    return [...this.entries].flatMap(([id, { live }]) => (live ? [id] : [])).toSorted();
  }
}

/** A reader that follows `next`, and begins again when it is told to. */
class Reader {
  readonly feed: Feed;
  readonly held = new Map<string, Entry>();
  cursor: FeedCursor | undefined;
  /** No tombstone up to here can matter to it: the head when it began with nothing, or last was at the head; else what it read last. */
  knows = 0;
  atHead = false;

  constructor(feed: Feed) {
    this.feed = feed;
  }

  /** @returns true when it was told to begin again */
  read(limit: number): boolean {
    const { head } = this.feed;
    if (this.cursor === undefined) {
      this.held.clear();
      this.knows = head.position;
    }
    const cursor = this.cursor ?? startOfWalk(head);
    if (judgeCursor(cursor, head) !== 'continue') {
      this.cursor = undefined;
      this.atHead = false;
      return true;
    }
    const { items, more } = this.feed.page(cursor.after, limit);
    for (const [id, entry] of items)
      if (entry.live) this.held.set(id, entry);
      else this.held.delete(id);
    this.atHead = !more;
    this.knows = more ? Math.max(this.knows, items.at(-1)?.[1].position ?? 0) : head.position;
    // A cursor goes over the wire.
    this.cursor = parseCursor(
      formatCursor(nextCursor(cursor, items.at(-1)?.[1].position ?? cursor.after, head, !more)),
    );
    return false;
  }

  live(): readonly string[] {
    return [...this.held.keys()].toSorted();
  }
}

type Step =
  | { readonly do: 'put' | 'delete'; readonly id: string }
  | { readonly do: 'drop'; readonly keep: number }
  | { readonly do: 'read'; readonly limit: number };

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('put' as const), id }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('delete' as const), id }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('drop' as const), keep: fc.nat(3) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('read' as const), limit: fc.integer({ min: 1, max: 3 }) }) },
);
const steps = fc.array(step, { maxLength: 60 });

const take = (feed: Feed, change: Exclude<Step, { readonly do: 'read' }>): void => {
  if (change.do === 'drop') feed.dropTombstones(feed.head.position - change.keep);
  else feed.change(change.id, change.do === 'put');
};

describe('a reader that follows next', () => {
  it('holds exactly what is live whenever it is at the head', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const feed = new Feed();
        const reader = new Reader(feed);
        const differences = history.flatMap((current) => {
          if (current.do !== 'read') take(feed, current);
          else reader.read(current.limit);
          return current.do !== 'read' || !reader.atHead || isDeepStrictEqual(reader.live(), feed.live())
            ? []
            : [current];
        });
        expect(differences).toEqual([]);
        for (let left = 20; left > 0 && (reader.read(2) || !reader.atHead); left--);
        expect(reader.atHead).toBe(true);
        expect(reader.live()).toEqual(feed.live());
      }),
      { numRuns: 1_000 },
    );
  });

  it('is sent back only for a tombstone made since it began or last was at the head, and dropped before it came there', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const feed = new Feed();
        const reader = new Reader(feed);
        const wrongs = history.flatMap((current) => {
          const { knows } = reader;
          if (current.do !== 'read') take(feed, current);
          const sentBack = current.do === 'read' && reader.read(current.limit);
          return sentBack && !feed.dropped.some((position) => position > knows) ? [current] : [];
        });
        expect(wrongs).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('stays at the head for ever once it is there, whatever tombstones go', () => {
    const feed = new Feed();
    feed.change('a', true);
    feed.change('b', true);
    feed.change('b', false);
    feed.dropTombstones(feed.head.position);
    const reader = new Reader(feed);
    expect([reader.read(10), reader.read(10), reader.read(10)]).toEqual([false, false, false]);
  });

  it('is sent back when a tombstone was dropped in the middle of its catching up', () => {
    const feed = new Feed();
    for (const name of 'abcd') feed.change(name, true);
    const reader = new Reader(feed);
    reader.read(10);
    for (const name of 'efa') feed.change(name, name !== 'a');
    reader.read(1);
    feed.dropTombstones(feed.head.position);
    expect(reader.read(1)).toBe(true);
  });
});

describe('a cursor', () => {
  const position = fc.nat(Number.MAX_SAFE_INTEGER);

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{1,32}$/), position, position, (epoch, after, walkHead) => {
        const cursor = { epoch, after, walkHead };
        expect(parseCursor(formatCursor(cursor))).toEqual(cursor);
      }),
    );
  });

  it('of any other text is none', () => {
    for (const text of [
      '',
      'e',
      'e-1',
      'e-1-2-3',
      'E-1-2',
      'e--1-2',
      'e-1-',
      'e-zzzzzzzzzzz-0',
      `${'e'.repeat(33)}-1-2`,
      'e-1-2\n',
    ])
      expect([text, parseCursor(text)]).toEqual([text, undefined]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cursor = parseCursor(text);
        expect(cursor && formatCursor(cursor)).toEqual(cursor && text);
      }),
    );
  });
});
