import { isDeepStrictEqual } from 'node:util';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Fault } from '../model/fault.ts';
import { hasError, type Issue } from '../model/issue.ts';
import { deliver, testFile } from './delivery.test-helper.ts';
import type { Format, Row } from './format.ts';
import { formats } from './formats.ts';
import { onlyNamed } from './only-named.ts';
import { recogniseFormat } from './recognise-format.ts';

const nameOf = async (content: string | Uint8Array): Promise<string> => (await recogniseFormat(testFile(content))).name;

describe('recogniseFormat', () => {
  test.each([
    ['ndjson', '{"type":"Place","id":"/places/x"}\n'],
    [
      'google-product-xml',
      '<?xml version="1.0"?><rss xmlns:g="http://base.google.com/ns/1.0"><channel><item><g:id>1</g:id><title>Bel</title><g:price>1 EUR</g:price><link>https://x.example</link></item></channel></rss>',
    ],
    ['google-local-inventory', 'store_code\tid\tquantity\tprice\n1\tA\t3\t1.95 EUR\n'],
    ['google-store-feed', 'store_code,name,address,city,kind\n1,Bol,Plein 2,Voordorp,bakery\n'],
    ['google-product-table', 'id\ttitle\tlink\tprice\tavailability\n1\tBel\thttps://x.example\t1.95 EUR\tin stock\n'],
    ['places-sheet', 'naam;soort;straat;plaats;openingstijden\nBol;bakker;Plein 2;Voordorp;ma-za 9-17\n'],
    ['barcodes-and-stock', 'ean;voorraad\n9520000000011;3\n'],
    ['barcodes-and-stock', '9520000000011,3\r\n'],
    ['barcodes-and-stock', gzipSync('9520000000011,3\r\n')],
    ['barcodes-and-stock', Buffer.from('\ufeffean\tvoorraad\r\n9520000000011\t3\r\n', 'utf16le')],
  ])('%s', async (name, content) => {
    expect(await nameOf(content)).toBe(name);
  });

  test.each([
    ['', 'It is empty'],
    ['Geachte heer,\nhierbij de voorraad.\n', 'Its first row has these columns: Geachte heer'],
    ['Geachte heer\n\nHierbij de voorraad.\n', 'It starts with: Geachte heer Hierbij'],
    ['datum;bedrag\n2026-01-01;12\n', 'Its first row has these columns: datum | bedrag'],
    ['<html><body>Not found</body></html>', 'It starts as XML: <html>'],
  ])('says what it saw in %j, and what it understands', async (content, says) => {
    const fault = await recogniseFormat(testFile(content)).catch((cause: unknown) => cause);
    expect(fault).toMatchObject({ code: 'format-unknown' });
    expect(String(fault)).toContain(says);
    for (const { name } of formats) expect(String(fault)).toContain(name);
  });
});

test('the names of formats are each other’s only once', () => {
  const names = formats.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

const scraps = fc
  .array(
    fc.oneof(
      fc
        .constantFrom(
          'ean;voorraad\n',
          'naam;soort;plaats\n',
          '9520000000011',
          '{"id":"/places/x","type":"Place"}',
          '\n',
          '\r\n',
          ';',
          ',',
          '"',
          '<rss>',
          '<item>',
          '</item>',
          '\ufeff',
          '€',
          '-3',
          '8,7E+12',
        )
        .map((text) => Buffer.from(text)),
      fc.uint8Array({ maxLength: 12 }).map((bytes) => Buffer.from(bytes)),
      fc
        .constantFrom([0xff, 0xfe], [0x1f, 0x8b, 0x08], [0xe9], [0x50, 0x4b, 0x03, 0x04])
        .map((bytes) => Buffer.from(bytes)),
    ),
    { maxLength: 14 },
  )
  .map((parts) => Buffer.concat(parts));

/** XML may be flawed where no item is: such a row refuses nothing. */
const tellsOfFile = (issues: readonly Issue[]): boolean => issues.length === 1 && issues[0]?.code === 'xml-flaw';

/** The format, with an eye on its rows: those that say nothing, and refused ones that state more than what they are about, are put in `wrong`. */
const watched = (format: Format, wrong: Row[]): Format => ({
  ...format,
  async *read(file, context) {
    for await (const rows of format.read(file, context)) {
      wrong.push(
        ...rows.filter(({ drafts, issues }) =>
          hasError(issues)
            ? !isDeepStrictEqual(drafts, onlyNamed(drafts))
            : drafts.length === 0 && !tellsOfFile(issues),
        ),
      );
      yield rows;
    }
  },
});

describe.each(formats.map((format) => [format.name, format] as const))('%s', (_name, format) => {
  test('whatever the bytes, it ends, throws nothing but faults, and each row is a draft or says why not', async () => {
    await fc.assert(
      fc.asyncProperty(scraps, fc.integer({ min: 1, max: 30 }), async (bytes, pieceBytes) => {
        const wrong: Row[] = [];
        try {
          await deliver(watched(format, wrong), bytes, {}, pieceBytes);
        } catch (cause) {
          if (!(cause instanceof Fault)) throw cause;
        }
        expect(wrong).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

test('recognising throws nothing but faults', async () => {
  await fc.assert(
    fc.asyncProperty(scraps, async (bytes) => {
      const cause: unknown = await recogniseFormat(testFile(bytes, 3)).catch((thrown: unknown) => thrown);
      expect(cause instanceof Fault || formats.some((format) => format === cause)).toBe(true);
    }),
  );
});
