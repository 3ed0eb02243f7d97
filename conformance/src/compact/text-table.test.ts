import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactLimits } from './limits.ts';
import { NumberColumn } from './number-column.ts';
import { TextTable } from './text-table.ts';

const { textBytesMax, rowsAtOnce } = compactLimits;

describe('a table of texts', () => {
  it('gives each text one row, as a Map would', () => {
    const texts = array(oneof(string({ unit: 'grapheme', maxLength: 40 }), constantFrom('', 'é', 'e\u0301')));
    assert(
      property(texts, texts, (added, others) => {
        const table = new TextTable();
        const rows = new Map<string, number>();
        for (const text of added) {
          const row = rows.get(text) ?? rows.size;
          rows.set(text, row);
          expect(table.add(text)).toBe(row);
        }
        expect(table.size).toBe(rows.size);
        for (const [text, row] of rows) expect(table.text(row)).toBe(text);
        for (const text of others) expect(table.rowOf(text)).toBe(rows.get(text));
      }),
    );
  });

  it('holds more than is laid out at once', () => {
    const table = new TextTable();
    const texts = Array.from({ length: rowsAtOnce * 2 + 1 }, (_, at) => `https://waterveen.example/offers/${at}`);
    for (const text of texts) table.add(text);
    for (const [row, text] of texts.entries()) {
      expect(table.rowOf(text)).toBe(row);
      expect(table.text(row)).toBe(text);
    }
    expect(table.rowOf('https://waterveen.example/offers/none')).toBeUndefined();
  });

  it.each([
    ['as long as can be held', 'x'.repeat(textBytesMax), true],
    ['one byte longer', 'x'.repeat(textBytesMax + 1), false],
    ['longer in UTF-8 alone', 'é'.repeat(textBytesMax / 2 + 1), false],
    ['that looks as if it were held by its SHA-256', '… SHA-256 ', false],
    ['with half a letter', `half \uD83D of a letter`, false],
  ])('a text %s has a row of its own', (_, text, isHeld) => {
    const table = new TextTable();
    const row = table.add(text);
    const others = [`${text}y`, `${text.slice(0, -1)}y`, text.toWellFormed()].filter((other) => other !== text);
    expect(others.map((other) => table.rowOf(other))).toEqual(others.map(() => undefined));
    expect(table.rowOf(text)).toBe(row);
    expect(table.text(row) === text).toBe(isHeld);
    expect(table.text(row).length).toBeLessThanOrEqual(textBytesMax);
  });
});

it('a column is 0 where nothing was set', () => {
  const column = new NumberColumn(Float64Array);
  column.set(rowsAtOnce, 2 ** 53 - 1);
  expect([0, rowsAtOnce - 1, rowsAtOnce, rowsAtOnce + 1].map((row) => column.get(row))).toEqual([0, 0, 2 ** 53 - 1, 0]);
  column.set(rowsAtOnce, 0);
  expect(column.get(rowsAtOnce)).toBe(0);
});
