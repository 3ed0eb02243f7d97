import { searchLimits, searchParametersSchema } from '@openstraat/spec';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault } from '../model/fault.ts';
import { createHash, createHmac } from 'node:crypto';
import { createSearchCursors, type SearchCursor } from './cursor.ts';
import { deriveCursorKey } from './cursor-key.ts';
import { rankingTiers } from './ranking.ts';

const origin = 'https://waterveen.example';
const parameters = searchParametersSchema.parse({ q: 'fietspomp', lat: '52.42', lon: '6.02' });
const cursor: SearchCursor = {
  at: 1_772_442_000_000,
  now: 1_772_441_940_000,
  seed: '2026-03-02/52.42,6.02',
  point: [52.42, 6.02],
  tier: 'found',
  steps: 912,
  tie: 123_456,
  id: `${origin}/products/09520000000011`,
};
const key = deriveCursorKey(['geheim']);
const cursors = createSearchCursors(origin, key);
const text = cursors.write(cursor, parameters);

const codeOf = (given: string): unknown => {
  try {
    cursors.read(given, parameters);
    return undefined;
  } catch (fault) {
    return fault instanceof Fault ? fault.code : fault;
  }
};

describe('a cursor', () => {
  it('reads as it was written', () => {
    const arbitrary: fc.Arbitrary<SearchCursor> = fc.record({
      at: fc.nat(2 ** 41),
      now: fc.nat(2 ** 41),
      seed: fc.string({ maxLength: 50 }),
      point: fc.tuple(fc.double({ min: -90, max: 90, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true })),
      tier: fc.constantFrom(...rankingTiers),
      steps: fc.nat(1_000),
      tie: fc.nat(2 ** 32 - 1),
      id: fc.webUrl(),
    });
    fc.assert(
      fc.property(arbitrary, (written) => {
        const read = cursors.read(cursors.write(written, parameters), parameters);
        // JSON knows no negative zero.
        expect(read).toEqual({ ...written, point: written.point?.map((degrees) => degrees + 0) });
      }),
    );
  });

  it('fits where an address allows it, with as many words as may be asked for and the longest ids', () => {
    const figures = Array.from({ length: searchLimits.queryWordsMax }, () => 0.000_123_456);
    const pinned = {
      kept: figures.map((_, index) => index),
      share: 1 / 3,
      best: 200 / 3,
      full: 100 / 3,
      wordsMean: 12.345_6,
      rarities: figures,
    };
    const longest: SearchCursor = {
      ...cursor,
      seed: `2026-03-02/https://${'w'.repeat(60)}.${'v'.repeat(60)}.example`,
      named: false,
      text: pinned,
      carried: { instead: false, choice: 2, text: pinned },
      id: `https://${'w'.repeat(60)}.${'v'.repeat(60)}.example/products/${'k'.repeat(600)}`,
    };
    const long = cursors.write(longest, parameters);
    expect(long.length).toBeLessThanOrEqual(searchLimits.cursorCharactersMax);
    expect(cursors.read(long, parameters)).toEqual(longest);
  });

  it('survives a restart, and is no cursor for a node with other secrets', () => {
    expect(createSearchCursors(origin, deriveCursorKey(['geheim'])).read(text, parameters)).toEqual(cursor);
    expect(() => createSearchCursors(origin, deriveCursorKey(['ander'])).read(text, parameters)).toThrow('cursor');
  });

  it('can be made by nobody who only knows how cursors are made', () => {
    const [body = ''] = text.split('.');
    for (const seal of [
      createHash('sha256').update(body).digest().subarray(0, 12),
      createHmac('sha256', '').update(body).digest().subarray(0, 12),
      Buffer.alloc(12),
      Buffer.alloc(0),
    ])
      expect(codeOf(`${body}.${seal.toString('base64url')}`)).toBe('cursor-invalid');
  });

  it('may come with another limit, and with an explanation', () => {
    expect(cursors.read(text, { ...parameters, limit: 3, explain: '1', cursor: text })).toEqual(cursor);
  });

  it.each([
    ['of another question', text, { ...parameters, q: 'fietsbel' }, origin],
    ['of a question with more in it', text, { ...parameters, open: 'now' as const }, origin],
    ['of another node', text, parameters, 'https://elders.example'],
    ['empty', '', parameters, origin],
    ['with something behind it', `${text}.x`, parameters, origin],
    ['that is none', 'fietspomp', parameters, origin],
  ])('%s is refused', (_, given, asked, node) => {
    expect(() => createSearchCursors(node, key).read(given, asked)).toThrow(
      expect.objectContaining({ code: 'cursor-invalid' }),
    );
  });

  it('in which one character was changed is refused', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('A', 'b', '0', '_'), (at, character) => {
        const changed = text.slice(0, at) + character + text.slice(at + 1);
        return changed === text || codeOf(changed) === 'cursor-invalid';
      }),
    );
    expect(codeOf(text)).toBeUndefined();
  });
});
