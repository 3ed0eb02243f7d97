import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { IdTable } from './id-table.ts';

/** Short ids of few characters, so that many share a beginning, and some are one within another. */
const id = fc.oneof(
  fc.string({ unit: fc.constantFrom('/', 'a', 'b', '.'), maxLength: 6 }),
  fc.string({ unit: fc.constantFrom('a', 'é', '\u{20ac}', '\u{d800}', '\u{1f6b2}', '\u0080'), maxLength: 3 }),
  fc.nat({ max: 3_000 }).map((number) => `https://buurt.example/products/${number}`),
);

it('gives numbers in order and finds them again, as a map of strings does', () => {
  fc.assert(
    fc.property(
      fc.array(id, { maxLength: 3_000, size: 'max' }),
      fc.array(id, { maxLength: 50 }),
      fc.nat({ max: 500 }),
      (added, asked, room) => {
        const table = new IdTable();
        table.reserve(room);
        const expected = new Map<string, number>();
        for (const one of added) {
          const number = expected.get(one) ?? expected.size;
          expected.set(one, number);
          expect(table.numberOf(one)).toBe(number);
        }
        expect(table.length).toBe(expected.size);
        for (const [one, number] of expected) {
          expect(table.find(one)).toBe(number);
          expect(table.idOf(number)).toBe(one);
        }
        for (const one of asked) expect(table.find(one)).toBe(expected.get(one));
        expect(table.idOf(expected.size)).toBe('');
      },
    ),
    { numRuns: 50 },
  );
});
