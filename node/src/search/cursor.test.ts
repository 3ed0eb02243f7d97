import { searchLimits, searchParametersSchema } from '@openstraat/spec';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault } from '../model/fault.ts';
import { formatSearchCursor, readSearchCursor, type SearchCursor } from './cursor.ts';
import { rankingTiers } from './ranking.ts';

const origin = 'https://waterveen.example';
const parameters = searchParametersSchema.parse({ q: 'fietspomp', lat: '52.42', lon: '6.02' });
const cursor: SearchCursor = {
  at: 1_772_442_000_000,
  seed: '2026-03-02/52.42,6.02',
  point: [52.42, 6.02],
  tier: 'found',
  steps: 912,
  tie: 123_456,
  id: `${origin}/products/09520000000011`,
};
const text = formatSearchCursor(cursor, parameters, origin);

const codeOf = (given: string): unknown => {
  try {
    readSearchCursor(given, parameters, origin);
    return undefined;
  } catch (fault) {
    return fault instanceof Fault ? fault.code : fault;
  }
};

describe('a cursor', () => {
  it('reads as it was written', () => {
    const arbitrary: fc.Arbitrary<SearchCursor> = fc.record({
      at: fc.nat(2 ** 41),
      seed: fc.string({ maxLength: 50 }),
      point: fc.tuple(fc.double({ min: -90, max: 90, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true })),
      tier: fc.constantFrom(...rankingTiers),
      steps: fc.nat(1_000),
      tie: fc.nat(2 ** 32 - 1),
      id: fc.webUrl(),
    });
    fc.assert(
      fc.property(arbitrary, (written) => {
        const read = readSearchCursor(formatSearchCursor(written, parameters, origin), parameters, origin);
        // JSON knows no negative zero.
        expect(read).toEqual({ ...written, point: written.point?.map((degrees) => degrees + 0) });
      }),
    );
  });

  it('fits where an address allows it, with the longest ids that a node of ours gives', () => {
    const id = `${origin}/products/${'k'.repeat(401)}`;
    const long = formatSearchCursor({ ...cursor, id }, parameters, origin);
    expect(long.length).toBeLessThanOrEqual(searchLimits.cursorCharactersMax);
  });

  it('may come with another limit, and with an explanation', () => {
    expect(readSearchCursor(text, { ...parameters, limit: 3, explain: '1', cursor: text }, origin)).toEqual(cursor);
  });

  it.each([
    ['of another question', text, { ...parameters, q: 'fietsbel' }, origin],
    ['of a question with more in it', text, { ...parameters, open: 'now' as const }, origin],
    ['of another node', text, parameters, 'https://elders.example'],
    ['empty', '', parameters, origin],
    ['with something behind it', `${text}.x`, parameters, origin],
    ['that is none', 'fietspomp', parameters, origin],
  ])('%s is refused', (_, given, asked, node) => {
    expect(() => readSearchCursor(given, asked, node)).toThrow(expect.objectContaining({ code: 'cursor-invalid' }));
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
