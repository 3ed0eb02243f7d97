import { thingExamples } from '@openstraat/spec';
import { describe, expect, it } from 'vitest';
import { type BoundedJson, readBoundedJson } from './bounded-json.ts';
import { freshUntilMs } from './fresh-until.ts';
import { replicaLimits as limits } from './limits.ts';
import { nextPollAtMs } from './next-poll.ts';
import { pathOfId, type ReadEntry, readEntry } from './read-entry.ts';
import { sourceData } from './scripted-peer.test-helper.ts';

const origin = 'https://winkels.example';

const read = (text: string): BoundedJson => readBoundedJson(Buffer.from(text), limits);
const deep = (levels: number): string => '[{"a":'.repeat(levels / 2) + '0' + '}]'.repeat(levels / 2);
const list = (values: number): string => `[${Array.from({ length: values }, () => 0).join(',')}]`;

/** A thing, read with room for so many bytes. */
const readThing = (textBytesMax: number): ReadEntry => {
  const item = {
    state: 'updated',
    kind: 'Source',
    id: `${origin}/sources/a`,
    modified: 1,
    data: sourceData(origin, 'a', 'é'),
  };
  return readEntry(item, '/sources/a', origin, { ...limits, textBytesMax });
};

const pollAt = (
  state: 'current' | 'failed' | 'behind',
  more: { failures?: number; retryAfterMs?: number; random?: number },
) => nextPollAtMs(state, { nowMs: 0, failures: 0, retryAfterMs: undefined, random: 0, limits, ...more });

describe('a document', () => {
  it('nests as deep as it may, and no deeper', () => {
    expect(read(deep(limits.jsonDepthMax)).ok).toBe(true);
    expect(read(`[${deep(limits.jsonDepthMax)}]`).ok).toBe(false);
  });

  it('has as many values as it may, and no more', () => {
    // The list is one itself, and is counted with its first.
    expect(read(list(limits.jsonValuesMax - 1)).ok).toBe(true);
    expect(read(list(limits.jsonValuesMax)).ok).toBe(false);
  });

  it.each([String.raw`{"a\"[[[":"]\\","b":"\\\"{"}`, '""', '"\\\\"', '{"a":"é[[[[","b":[]}'])(
    'is read as it stands: %s',
    (text) => {
      expect(readBoundedJson(Buffer.from(text), { jsonDepthMax: 2, jsonValuesMax: 4 })).toEqual({
        ok: true,
        value: JSON.parse(text) as unknown,
      });
    },
  );

  it.each(['', '{', '{"a":1,}', '"open', '[1]]', 'NaN'])('that is none is said to be none: %s', (text) => {
    expect(read(text).ok).toBe(false);
  });
});

describe('an entry', () => {
  it('has an id as long as it may, and no longer', () => {
    const id = (bytes: number) => `${origin}/sources/${'é'.repeat((bytes - 9) / 2)}${'a'.repeat((bytes - 9) % 2)}`;
    expect(pathOfId(id(limits.idBytesMax), origin, limits.idBytesMax)).toBeDefined();
    expect(pathOfId(id(limits.idBytesMax + 1), origin, limits.idBytesMax)).toBeUndefined();
  });

  it.each([
    '/sources/a b',
    '/sources/a\n',
    '/sources/a?b',
    '/sources/a#b',
    '/sources/a/b',
    '/sources/',
    '/sources',
    '//a',
    '/',
    '/sources/\ud800',
  ])('has no id like %j', (path) => {
    expect(pathOfId(origin + path, origin, limits.idBytesMax)).toBeUndefined();
    expect(pathOfId(`${origin}.evil.example/sources/a`, origin, limits.idBytesMax)).toBeUndefined();
  });

  it('is as large as the log takes, and no larger', () => {
    const bytes = Buffer.byteLength(readThing(10_000).entry?.text ?? '');
    expect(readThing(bytes).entry?.state).toBe('live');
    expect(readThing(bytes - 1)).toMatchObject({ entry: { state: 'left-out' }, issue: { code: 'too-large' } });
  });

  it('of an offer stands at a place of its own node, and offers a product of its own node', () => {
    const data = thingExamples.Offer.full;
    const own = new URL(data.id).origin;
    const readOffer = (more: object): string => {
      const item = { state: 'updated', kind: 'Offer', id: data.id, modified: 1, data: { ...data, ...more } };
      const { entry, issue } = readEntry(item, '/offers/a', own, limits);
      return issue?.code ?? entry?.state ?? '';
    };
    expect(readOffer({})).toBe('live');
    expect(readOffer({ availableAtOrFrom: `${origin}/places/a` })).toBe('reference-elsewhere');
    expect(readOffer({ itemOffered: `${own}.evil.example/products/a` })).toBe('reference-elsewhere');
  });

  it('without a canonical form is none', () => {
    const data = { ...sourceData(origin, 'a'), name: '\ud800' };
    const item = { state: 'updated', kind: 'Source', id: `${origin}/sources/a`, modified: 1, data };
    expect(readEntry(item, '/sources/a', origin, limits)).toMatchObject({
      entry: undefined,
      issue: { code: 'no-canonical-form' },
    });
  });
});

describe('the next poll', () => {
  it('comes at once where there is more, slowly where there is nothing, and ever later where nothing works', () => {
    expect(pollAt('behind', {})).toBe(0);
    expect([
      pollAt('current', { random: 0 }),
      pollAt('current', { random: 0.5 }),
      pollAt('current', { random: 1 }),
    ]).toEqual([270_000, 300_000, 330_000]);
    expect([1, 2, 3, 7, 8, 9, 5_000].map((failures) => pollAt('failed', { failures }))).toEqual([
      15_000, 30_000, 60_000, 960_000, 1_800_000, 1_800_000, 1_800_000,
    ]);
    expect(pollAt('failed', { failures: 1, random: 0.999 })).toBeGreaterThan(29_000);
    expect(pollAt('failed', { failures: 1, retryAfterMs: 7_000_000 })).toBe(7_000_000);
  });

  it('waits for what a cache may keep, a day at the most', () => {
    const day = 86_400;
    expect(freshUntilMs(undefined, 5)).toBe(5);
    expect(freshUntilMs('public, max-age=60', 5)).toBe(60_005);
    expect(freshUntilMs('s-maxage=60', 5)).toBe(5);
    expect(freshUntilMs(`max-age=${day}`, 0)).toBe(day * 1_000);
    expect(freshUntilMs(`max-age=${day + 1}`, 0)).toBe(day * 1_000);
  });
});
