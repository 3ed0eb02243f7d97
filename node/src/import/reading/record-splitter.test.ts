import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RecordReader } from './record-reader.ts';

const split = (text: string, delimiter: string) => {
  const reader = new RecordReader(delimiter);
  const lines = text.split('\n');
  return [...reader.push({ firstLine: 1, lines, flaws: new Map(), ended: true }), ...reader.end()];
};

const isBlank = (row: readonly string[]) => row.every((cell) => cell.trim() === '');
const cellsOf = (text: string) => split(text, ';').map((record) => record.cells);

/** A table as programs write it: every cell quoted that needs it, and some that do not. */
const written = fc.record({
  delimiter: fc.constantFrom(';', ',', '\t', '|'),
  rows: fc.array(
    fc.array(
      fc.record({
        cell: fc.array(fc.constantFrom('a', 'é', '"', ';', ',', '|', '\n', ' ', '1', '\t'), { maxLength: 6 }),
        isQuoted: fc.boolean(),
      }),
      { minLength: 3, maxLength: 3 },
    ),
    { maxLength: 8 },
  ),
});

describe('RecordSplitter', () => {
  test('reads what programs write as csv-parse does, with and without quotes', () => {
    fc.assert(
      fc.property(written, ({ delimiter, rows }) => {
        const text = rows
          .map((row) =>
            row
              .map(({ cell, isQuoted }) => {
                const raw = cell.join('');
                const needsQuotes = isQuoted || /["\n]/.test(raw) || raw.includes(delimiter);
                return needsQuotes ? `"${raw.replaceAll('"', '""')}"` : raw;
              })
              .join(delimiter),
          )
          .join('\n');
        const expected = parse(text, {
          delimiter,
          relax_column_count: true,
          skip_empty_lines: true,
          record_delimiter: '\n',
        });
        const records = split(text, delimiter);
        expect(records.map(({ cells }) => cells).filter((row) => !isBlank(row))).toEqual(
          expected.map((row) => row.map((cell) => cell.trim())).filter((row) => !isBlank(row)),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('takes quotes inside a cell as text', () => {
    expect(cellsOf('5" pijp;3')).toEqual([['5" pijp', '3']]);
    expect(cellsOf('"Oude" Markt;3')).toEqual([['"Oude" Markt', '3']]);
    expect(cellsOf(' "a;b" ; "c""d" ')).toEqual([['a;b', 'c"d']]);
    expect(cellsOf('"";x;""')).toEqual([['', 'x', '']]);
    expect(cellsOf('a;"b')).toEqual([['a', '"b']]);
  });
});
