import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from './edit-distance.ts';
import { bitCount, letterBits } from './letters.ts';

/** The textbook's whole table. */
const wholeTable = (one: string, other: string): number => {
  const table = Array.from({ length: one.length + 1 }, (_, row) =>
    Array.from({ length: other.length + 1 }, (__, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  const at = (row: number, column: number): number => table[row]?.[column] ?? 0;
  for (let row = 1; row <= one.length; row++)
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      let least = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + (same ? 0 : 1));
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        least = Math.min(least, at(row - 2, column - 2) + 1);
      const cells = table[row];
      if (cells !== undefined) cells[column] = least;
    }
  return at(one.length, other.length);
};

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });

describe('the edit distance', () => {
  it('is that of the whole table, up to one beyond the limit', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (one, other, max) => {
        expect(editDistance(one, other, max)).toBe(Math.min(wholeTable(one, other), max + 1));
      }),
      { numRuns: 2_000 },
    );
  });

  it('counts swapped neighbours once', () => {
    expect(editDistance('fietpsomp', 'fietspomp', 2)).toBe(1);
  });

  it('is never less than half the letters that differ', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 9 }), fc.string({ maxLength: 9 }), (one, other) => {
        const differing = bitCount((letterBits(one) ^ letterBits(other)) >>> 0);
        expect(wholeTable(one, other) * 2).toBeGreaterThanOrEqual(differing);
      }),
    );
  });
});
