import * as fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { fakeReport } from '../control/fake-node.test-helper.ts';
import type { Issue } from '../model/issue.ts';
import { cliLimits } from './limits.ts';
import { csvCell, reportCsv } from './report-csv.ts';
import { reportText } from './report-text.ts';

const gtinIssue = (line: number): Issue => ({
  code: 'gtin-check-digit',
  level: 'error',
  line,
  field: 'ean',
  value: '9520000000012',
  message: 'The check digit is wrong. Look at the barcode again.',
});
const priceIssue = (line: number, value: string): Issue => ({
  code: 'price-unclear',
  level: 'warning',
  line,
  field: 'prijs',
  value,
  message: `The price is unclear (${value}). Write it as 12.95 EUR.`,
});

const textOf = (count: number): string =>
  reportText(fakeReport({ issues: Array.from({ length: count }, (_, index) => gtinIssue(index + 2)) }));

describe('a report as text', () => {
  it('has counts first, then each issue with its rows, refusals before warnings', () => {
    const report = fakeReport({
      rows: 1_204,
      added: 12,
      changed: 3,
      unchanged: 1_180,
      refused: 2,
      warnings: 2,
      issues: [priceIssue(4, '1,2,3'), gtinIssue(7), priceIssue(9, '\u001B[2J\u202Efree'), gtinIssue(31)],
      issuesDropped: 5,
    });
    expect(reportText(report)).toMatchInlineSnapshot(`
      "fietsen-jansen: /deliveries/stock.csv (barcodes-and-stock), observed 2026-03-02T06:00:00Z
        1,204 rows in 1.5 s
        added 12, changed 3, unchanged 1,180, removed 0
        refused 2 rows, 2 warnings

      Refused: gtin-check-digit (2)
        The check digit is wrong. Look at the barcode again.
        line 7: ean "9520000000012"
        line 31: ean "9520000000012"

      Warning: price-unclear (2)
        line 4: prijs "1,2,3": The price is unclear (1,2,3). Write it as 12.95 EUR.
        line 9: prijs "\\u001b[2J\\u202efree": The price is unclear (\\u001b[2J\\u202efree). Write it as 12.95 EUR.

      5 issues more were counted, but not kept.
      "
    `);
  });

  it('says why it stopped, and that a dry run wrote nothing', () => {
    const message = '40 of 100 things would go. Pass --allow-shrink if that is right.';
    const report = fakeReport({ dryRun: true, outcome: 'stopped', wouldRemove: 40, message, elapsedMs: 125_000 });
    expect(reportText(report)).toMatchInlineSnapshot(`
      "fietsen-jansen: /deliveries/stock.csv (barcodes-and-stock), observed 2026-03-02T06:00:00Z
        0 rows in 2 min 5 s
        added 0, changed 0, unchanged 0, removed 0
        refused 0 rows, 0 warnings
        Dry run: nothing was written.
        STOPPED. 40 of 100 things would go. Pass --allow-shrink if that is right.
        It would remove 40.
      "
    `);
  });

  it('shows as many lines of a code as the limit, and counts those past it', () => {
    expect(textOf(cliLimits.reportLinesPerCode)).not.toContain('more;');
    expect(textOf(cliLimits.reportLinesPerCode + 1)).toContain('… and 1 more;');
    expect(textOf(cliLimits.reportLinesPerCode + 1).match(/ {2}line \d/g)).toHaveLength(cliLimits.reportLinesPerCode);
  });
});

const signs = ['=', '+', '-', '@', '\t', '\r', '\n', '"', "'", ',', ';', 'a', '1', ' ', 'é'];

describe('a report as CSV', () => {
  it('is one issue a line, by RFC 4180', () => {
    expect(reportCsv([fakeReport({ issues: [gtinIssue(7), priceIssue(9, 'a "b",\nc')] })])).toBe(
      [
        'source,file,line,level,code,field,value,message',
        'fietsen-jansen,/deliveries/stock.csv,7,error,gtin-check-digit,ean,9520000000012,The check digit is wrong. Look at the barcode again.',
        'fietsen-jansen,/deliveries/stock.csv,9,warning,price-unclear,prijs,"a ""b"",\nc","The price is unclear (a ""b"",\nc). Write it as 12.95 EUR."',
        '',
      ].join('\r\n'),
    );
  });

  it('gives every cell back as it was, but never as a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...signs) }), (text) => {
        const [[cell = ''] = []] = parse(`${csvCell(text)},x\r\n`, { record_delimiter: '\r\n' });
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        expect(cell === text || cell === `'${text}`).toBe(true);
      }),
    );
  });
});
