import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readTillStock } from './barcodes-and-stock/till-stock.ts';
import { barcodesAndStock } from './barcodes-and-stock/format.ts';
import { deliver, rss, shown, testFile } from './delivery.test-helper.ts';
import { googleProductXml } from './google/product-xml.ts';
import { importLimits } from './limits.ts';
import { placesSheet } from './places-sheet/format.ts';
import { openPlain } from './reading/plain-bytes.ts';
import { XmlItemParser } from './reading/xml/item-parser.ts';
import { recogniseFormat } from './recognise-format.ts';

const nothing = (bytes: number): Buffer => gzipSync(Buffer.alloc(bytes));

/** RFC 1952: a file may name what it packs; here the name makes it as long as it should be. */
const withName = (packed: Buffer, bytes: number): Buffer => {
  const head = Buffer.from(packed.subarray(0, 10));
  head[3] = 8;
  const name = Buffer.alloc(bytes - packed.length, 'n');
  name[name.length - 1] = 0;
  return Buffer.concat([head, name, packed.subarray(10)]);
};

const placesWith = async (column: string, cell: string) => {
  const { drafts, issues } = await deliver(placesSheet, `naam;soort;plaats;${column}\nBol;bakker;Dorp;"${cell}"\n`);
  const [place] = drafts;
  return { data: place !== undefined && 'data' in place ? place.data : {}, issues: shown(issues) };
};

const languages = (count: number): string => Array.from({ length: count }, (_, index) => `taal${index}`).join(',');

const closures = (count: number): string =>
  Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(2026, 0, 1 + index * 3)).toISOString().slice(0, 10),
  ).join(', ');

const pictures = async (count: number): Promise<unknown> => {
  const more = Array.from(
    { length: count },
    (_, index) => `<g:additional_image_link>https://x.example/${index}.jpg</g:additional_image_link>`,
  ).join('');
  const feed = rss(`<item><g:id>1</g:id><title>Bel</title><g:price>9 EUR</g:price>${more}</item>`);
  const [product] = (await deliver(googleProductXml, feed, { offers: false })).drafts;
  return product !== undefined && 'data' in product ? product.data['image'] : undefined;
};

const failure = (content: string): Promise<string> =>
  recogniseFormat(testFile(content), []).then(
    () => '',
    (error: unknown) => String(error),
  );

/** What a list of stock says of a product with so long a name. */
const nameInStock = async (characters: number) => {
  const { drafts, issues } = await deliver(
    barcodesAndStock,
    `barcode;naam;voorraad\n9520000000011;${'n'.repeat(characters)};3\n`,
  );
  const [product] = drafts;
  return {
    name: product !== undefined && 'data' in product ? product.data['name'] : undefined,
    issues: shown(issues),
  };
};

const statedIn = (characters: number): number => {
  let seen = 0;
  const parser = new XmlItemParser('feed.xml', (_name, text) => {
    seen = text.length;
  });
  parser.write(`<rss><pubDate>${'x'.repeat(characters)}</pubDate>`);
  return seen;
};

const unpackedBytes = async (packed: Uint8Array): Promise<number> => {
  let bytes = 0;
  for await (const piece of openPlain(testFile(packed, packed.length))) bytes += piece.length;
  return bytes;
};

describe('a packed file', () => {
  test('may become sixteen megabytes whatever it was, and not a byte more', async () => {
    const freeBytes = 16 << 20;
    expect(await unpackedBytes(nothing(freeBytes))).toBe(freeBytes);
    await expect(unpackedBytes(nothing(freeBytes + 1))).rejects.toMatchObject({ code: 'limit-exceeded' });
  });

  test('may become as many times its size as the limit, and not a byte more', async () => {
    const packedBytes = 90_000;
    const bytes = packedBytes * importLimits.gunzipRatioMax;
    expect(await unpackedBytes(withName(nothing(bytes), packedBytes))).toBe(bytes);
    await expect(unpackedBytes(withName(nothing(bytes + 1), packedBytes))).rejects.toThrow(/Unpack it yourself/);
  });
});

describe('a list of a row', () => {
  test('has 50 languages, and one more is told', async () => {
    const unknown = Array.from({ length: 50 }, () => '2 language-unknown talen');
    expect((await placesWith('talen', languages(50))).issues).toEqual(unknown);
    expect((await placesWith('talen', languages(51))).issues).toEqual(['2 list-cut talen', ...unknown]);
  });

  test('has 100 closures, and one more is cut off and told', async () => {
    const atLimit = await placesWith('sluitingen', closures(100));
    expect(atLimit.issues).toEqual([]);
    expect(atLimit.data).toMatchObject({ specialOpeningHoursSpecification: { length: 100 } });
    const past = await placesWith('sluitingen', closures(101));
    expect(past.issues).toEqual(['2 list-cut sluitingen']);
    expect(past.data).toMatchObject({ specialOpeningHoursSpecification: { length: 100 } });
  });

  test('has 20 pictures, and one more is left out', async () => {
    expect(await pictures(20)).toHaveLength(20);
    expect(await pictures(21)).toHaveLength(20);
  });
});

test('a stock of a thousand million is one, and one more is a mistake', () => {
  expect(readTillStock('1000000000')).toEqual({ availability: 'InStock', stock: 1_000_000_000 });
  expect(readTillStock('1000000001')).toEqual({ availability: 'Unknown', problem: 'stock-unreadable' });
});

test('a file that nobody understands is shown as far as a person reads', async () => {
  expect(await failure('x'.repeat(120))).toContain(`It starts with: ${'x'.repeat(120)}\n`);
  expect(await failure('x'.repeat(121))).toContain(`It starts with: ${'x'.repeat(120)}\n`);
});

test('a product in a list of stock has a name of 500 characters, and a longer one is cut and told', async () => {
  expect(await nameInStock(500)).toEqual({ name: 'n'.repeat(500), issues: [] });
  expect(await nameInStock(501)).toEqual({ name: `${'n'.repeat(499)}…`, issues: ['2 text-cut naam'] });
});

test('XML states no more before its first item than a date takes', () => {
  expect([statedIn(200), statedIn(201)]).toEqual([200, 200]);
});
