import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testFile } from '../delivery.test-helper.ts';
import { importLimits } from '../limits.ts';
import { normaliseHeader, readTable, type TableRow } from './table.ts';

const byHeader = { columns: (first: readonly string[]) => ({ names: first.map(normaliseHeader) }) };

const rowsOf = async (content: string | Uint8Array, pieceBytes?: number): Promise<readonly TableRow[]> => {
  const rows: TableRow[] = [];
  for await (const batch of readTable(testFile(content, pieceBytes), byHeader)) {
    expect(batch.length).toBeLessThanOrEqual(importLimits.batchRows);
    rows.push(...batch);
  }
  return rows;
};
/** `line code` or `line cell|cell` of each row. */
const shown = async (content: string | Uint8Array, pieceBytes?: number): Promise<readonly string[]> =>
  (await rowsOf(content, pieceBytes)).map(({ line, cells, issues }) =>
    [line, ...issues.map(({ code }) => code), Object.values(cells).join('|')].join(' ').trim(),
  );

const cellOfLines = (lines: number) => `"${Array.from({ length: lines }, () => 'x').join('\n')}"`;
const headerOf = (columns: number) => Array.from({ length: columns }, (_, index) => `c${index}`).join(';');

/** What stands in a text beside its marks. */
const wordsOf = (text: string) => text.replaceAll(/[;"\s]/g, '');

describe('readTable', () => {
  test.each([';', ',', '\t', '|'])('finds the separator %j', async (delimiter) => {
    const lines = [
      ['naam', 'prijs', 'hoeveel'],
      ['Bel', '"1,95"', '3'],
      ['"Slot; zwaar"', '"12,-"', '1'],
    ];
    const rows = await rowsOf(lines.map((cells) => cells.join(delimiter)).join('\n'));
    expect(rows).toEqual([
      { line: 2, cells: { naam: 'Bel', prijs: '1,95', hoeveel: '3' }, issues: [] },
      { line: 3, cells: { naam: 'Slot; zwaar', prijs: '12,-', hoeveel: '1' }, issues: [] },
    ]);
  });

  test('takes a decimal comma for no separator, and the line of Excel that names one at its word', async () => {
    expect(await shown('ean;prijs\n1;1,95\n2;2,95\n')).toEqual(['2 1|1,95', '3 2|2,95']);
    expect(await shown('sep=|\nnaam|plaats, wijk\nA|B, C\n')).toEqual(['3 A|B, C']);
  });

  test('numbers lines as an editor does, over blank lines and quoted line breaks', async () => {
    const text = 'a;b\r\n\r\n1;"x\r\ny"\r\n;\r\n  \r\n2;z\r\n';
    for (const pieceBytes of [1, 7_001]) {
      expect(await rowsOf(text, pieceBytes)).toEqual([
        { line: 3, cells: { a: '1', b: 'x\ny' }, issues: [] },
        { line: 7, cells: { a: '2', b: 'z' }, issues: [] },
      ]);
    }
  });

  test('reports ragged rows, and refuses those whose values stand in the wrong column', async () => {
    expect(await shown('a;b;c\n1;2;3\n1;2\n1;2;3;4\n1;2;3;;\n1;2;3\n')).toEqual([
      '2 1|2|3',
      '3 cells-too-few 1|2',
      '4 cells-too-many 1|2|3',
      '5 1|2|3',
      '6 1|2|3',
    ]);
    expect(await shown('a;b;c\n1;2;3\n4;5')).toEqual(['2 1|2|3', '3 row-cut-off 4|5']);
  });

  test('a quote that never closes costs its own line only', async () => {
    const open = 'ean;naam;n\n1;"Bel;3\n2;Slot;4\n3;Pomp;5\n';
    expect(await shown(open)).toEqual(['2 quote-unclosed 1|"Bel|3', '3 2|Slot|4', '4 3|Pomp|5']);
    // The next quote in the file opens another cell, and would close this one.
    const twice = 'ean;naam;n\n1;"Bel;3\n2;Slot;4\n3;"Pomp";5\n4;Zadel;6\n';
    expect(await shown(twice)).toEqual(['2 quote-unclosed 1|"Bel|3', '3 2|Slot|4', '4 3|Pomp|5', '5 4|Zadel|6']);
    const wide = 'ean;naam;n\n1;"Bel;3\n2;Slot";4;9\n3;Pomp;5\n';
    expect(await shown(wide)).toEqual(['2 quote-unclosed 1|"Bel|3', '3 cells-too-many 2|Slot"|4', '4 3|Pomp|5']);
  });

  test('a quoted cell may have as many lines as the limit, and not one more', async () => {
    const { recordLinesMax } = importLimits;
    const atLimit = await shown(`a;b\n1;${cellOfLines(recordLinesMax)}\n2;z\n`);
    expect(atLimit).toHaveLength(2);
    expect(atLimit[0]).toMatch(/^2 1\|x/);
    const past = await shown(`a;b\n1;${cellOfLines(recordLinesMax + 1)}\n2;z\n`);
    expect(past[0]).toBe('2 quote-unclosed 1|"x');
    expect(past.at(-1)).toBe(`${recordLinesMax + 3} 2|z`);
  });

  test('a quoted cell may have as many bytes as the limit, and not one more', async () => {
    const lines = 16;
    const line = 'x'.repeat(importLimits.rowBytesMax / lines - 1);
    const cell = (more: string) =>
      `"${Array.from({ length: lines }, () => line)
        .join('\n')
        .slice(4)}${more}"`;
    const row = (more: string) => `1;${cell(more)}`;
    const room = importLimits.rowBytesMax - Buffer.byteLength(row(''));
    expect((await rowsOf(`a;b\n${row('y'.repeat(room))}\n2;z\n`)).map((one) => one.issues.length)).toEqual([0, 0]);
    const past = await rowsOf(`a;b\n${row('y'.repeat(room + 1))}\n2;z\n`);
    expect(past[0]?.issues[0]?.code).toBe('quote-unclosed');
    expect(past.at(-1)?.cells).toEqual({ a: '2', b: 'z' });
  });

  test('a table may have as many columns as the limit, and not one more', async () => {
    const { columnsMax } = importLimits;
    expect((await rowsOf(`${headerOf(columnsMax)}\n${headerOf(columnsMax)}\n`))[0]?.issues).toEqual([]);
    await expect(rowsOf(`${headerOf(columnsMax + 1)}\n`)).rejects.toMatchObject({ code: 'limit-exceeded' });
    expect(await shown(`a;b\n${headerOf(1_000)}\n1;2\n`)).toEqual(['2 cells-too-many c0|c1', '3 1|2']);
  });

  test('a line of several megabytes is one refused row', async () => {
    expect(await shown(`a;b\n1;2\n${'x'.repeat(3 << 20)}\n3;"4\n${'y'.repeat(2 << 20)}\n5;6\n`)).toEqual([
      '2 1|2',
      '3 row-too-long',
      '4 quote-unclosed 3|"4',
      '5 row-too-long',
      '6 5|6',
    ]);
  });

  test('a header that can not be read stops the file', async () => {
    await expect(rowsOf(`${'x'.repeat(2 << 20)}\n1;2\n`)).rejects.toMatchObject({ code: 'file-unreadable' });
    await expect(rowsOf('a;"b\n1;2\n')).rejects.toMatchObject({ code: 'file-unreadable' });
  });

  test('column names never reach what objects inherit', async () => {
    const [row] = await rowsOf('__proto__;constructor;a\nx;y;1\n');
    expect(row?.cells).toEqual({ proto: 'x', constructor: 'y', a: '1' });
    expect(Object.getPrototypeOf(row?.cells)).toBe(Object.prototype);
    const options = { columns: () => ({ names: ['__proto__', 'r'] }) };
    for await (const [first] of readTable(testFile('q;r\n1;2\n'), options)) {
      expect(Object.keys(first?.cells ?? {})).toEqual(['r']);
    }
  });

  test('lines that open a quote and never close one take no more than their share of time', async () => {
    const started = process.threadCpuUsage();
    const rows = await rowsOf(`a;b\n${'x";"z\n'.repeat(5_000)}`);
    expect(rows).toHaveLength(5_000);
    expect(process.threadCpuUsage(started).user).toBeLessThan(5_000_000);
  });

  test('no line vanishes: each that is not blank is a row, part of one, or refused', async () => {
    const cell = fc.constantFrom('1', 'x', '"', '"a', 'b"', '"c"', '', '"d;e"', '5"', '""');
    const lines = fc.array(
      fc.tuple(cell, cell, cell).map((cells) => cells.join(';')),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(lines, fc.integer({ min: 1, max: 20 }), async (body, pieceBytes) => {
        const rows = await rowsOf(['k1;k2;k3', ...body].join('\n') + '\n', pieceBytes);
        const numbers = rows.map(({ line }) => line);
        expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
        for (const [index, text] of body.entries()) {
          const line = index + 2;
          if (numbers.includes(line)) continue;
          // Then it is blank, or the middle or end of a cell that goes on over lines.
          const owner = rows.findLast((row) => row.line < line);
          expect(wordsOf(Object.values(owner?.cells ?? {}).join(''))).toContain(wordsOf(text));
        }
      }),
      { numRuns: 300 },
    );
  });
});

test('normaliseHeader', () => {
  expect(['g:Store Code', ' Prijs (incl. BTW) ', 'Catégorie', '\ufeffEAN', 'g:id'].map(normaliseHeader)).toEqual([
    'store_code',
    'prijs_incl_btw',
    'categorie',
    'ean',
    'id',
  ]);
});
