import { type Kind, thingExamples } from '@openstraat/spec';
import { describe, expect, it } from 'vitest';
import { type BoundedJson, readBoundedJson } from './bounded-json.ts';
import { freshUntilMs } from './fresh-until.ts';
import { replicaLimits as limits } from './limits.ts';
import { nextPollAtMs } from './next-poll.ts';
import { pathOfId, type ReadEntry, readEntry } from './read-entry.ts';
import { sourceData } from './scripted-peer.test-helper.ts';
import { readWith, tooLong } from './walk-length.ts';

const origin = 'https://winkels.example';

const readText = (text: string): BoundedJson => readBoundedJson(Buffer.from(text), limits);
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
    expect(readText(deep(limits.jsonDepthMax)).ok).toBe(true);
    expect(readText(`[${deep(limits.jsonDepthMax)}]`).ok).toBe(false);
  });

  it('has as many values as it may, and no more', () => {
    // The list is one itself, and is counted with its first.
    expect(readText(list(limits.jsonValuesMax - 1)).ok).toBe(true);
    expect(readText(list(limits.jsonValuesMax)).ok).toBe(false);
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
    expect(readText(text).ok).toBe(false);
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
    '/sources/.',
    '/sources/..',
    '/sources/%2e%2E',
  ])('has no id like %j', (path) => {
    expect(pathOfId(origin + path, origin, limits.idBytesMax)).toBeUndefined();
    expect(pathOfId(`${origin}.evil.example/sources/a`, origin, limits.idBytesMax)).toBeUndefined();
  });

  it('is as large as the log takes, and no larger', () => {
    const bytes = Buffer.byteLength(readThing(10_000).entry?.text ?? '');
    expect(readThing(bytes).entry?.state).toBe('live');
    expect(readThing(bytes - 1)).toMatchObject({ entry: { state: 'left-out' }, issue: { code: 'too-large' } });
  });

  it.each<[Kind, Readonly<Record<string, unknown>>, string]>([
    ['Offer', { availableAtOrFrom: `${origin}/places/a` }, 'availableAtOrFrom'],
    ['Offer', { itemOffered: 'https://waterveen.example.evil.example/products/a' }, 'itemOffered'],
    ['Offer', { source: `${origin}/sources/a` }, 'source'],
    ['Place', { source: `${origin}/sources/a` }, 'source'],
    ['Service', { provider: `${origin}/places/a` }, 'provider'],
    ['Event', { location: `${origin}/places/a` }, 'location'],
    ['ParcelPoint', { containedInPlace: `${origin}/places/a` }, 'containedInPlace'],
    ['Source', { place: [`${origin}/places/a`] }, 'place.0'],
    [
      'Product',
      { statement: [{ type: 'ProductStatement', source: `${origin}/sources/a`, name: 'a' }] },
      'statement.0.source',
    ],
  ])('of kind %s stands on things of its own node: %j', (kind, more, path) => {
    const { full } = thingExamples[kind];
    const own = new URL(full.id).origin;
    const readWithin = (data: object): ReadEntry =>
      readEntry({ state: 'updated', kind, id: '', modified: 1, data }, '/things/a', own, limits);
    expect(readWithin(full).issue).toBeUndefined();
    expect(readWithin({ ...full, ...more })).toMatchObject({
      entry: { state: 'left-out' },
      issue: { code: 'reference-elsewhere', path },
    });
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

describe('a walk', () => {
  const { walkPagesMax: pages, walkEntriesMax: entries, walkBytesMax: bytes, walkAgainMs } = limits;
  const most = { sinceMs: 0, pages, entries, bytes };

  it('is as long as it may be, no longer, and then begins anew after a day', () => {
    expect(tooLong(most, { phase: 'walking' }, walkAgainMs, limits)).toBeUndefined();
    for (const more of [{ pages: pages + 1 }, { entries: entries + 1 }, { bytes: bytes + 1 }]) {
      const read = { ...most, ...more };
      const code = 'bytes' in more ? 'walk-too-large' : 'walk-endless';
      expect(tooLong(read, { phase: 'walking' }, walkAgainMs - 1, limits)?.code).toBe(code);
      expect(tooLong(read, { phase: 'walking' }, walkAgainMs, limits)?.code).toBe('starts-over');
      expect(tooLong(read, { phase: 'following' }, walkAgainMs, limits)?.code).toBe(code);
    }
  });

  it('is counted whole; keeping up is counted by the day', () => {
    const page = { entries: 2, bytes: 3 };
    const sum = { sinceMs: 0, pages: pages + 1, entries: entries + 2, bytes: bytes + 3 };
    expect(readWith({ read: most, phase: 'walking' }, page, walkAgainMs, limits)).toEqual(sum);
    expect(readWith({ read: most, phase: 'following' }, page, walkAgainMs - 1, limits)).toEqual(sum);
    const first = { sinceMs: walkAgainMs, pages: 1, ...page };
    expect(readWith({ read: most, phase: 'following' }, page, walkAgainMs, limits)).toEqual(first);
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
