import { describe, expect, test } from 'vitest';
import { deliver, headOf, modelFlaws, shown } from '../delivery.test-helper.ts';
import { importLimits } from '../limits.ts';
import { googleLocalInventory } from './local-inventory.ts';
import { googleProductTable } from './product-table.ts';
import { googleStoreFeed } from './store-feed.ts';

const products = 'id\ttitle\tlink\tprice\tavailability\tean\timage_link\tadditional_image_link\n';
const inventory = 'store code\titemid\tquantity\tprice\tavailability\tpickup_method\tpickup_sla\n';
const stores =
  'Store code,Business name,Address line 1,Locality,Postal code,Country / Region,Latitude,Longitude,Primary phone,Website,Primary category';
const observedAt = '2026-11-01T06:00:00Z';

const wide = (columns: number) =>
  `${['id', 'title', ...Array.from({ length: columns - 2 }, (_, index) => `x${index}`)].join('\t')}\n1\tBel${'\tx'.repeat(columns - 2)}\n`;

test('each format knows its own files and no other', async () => {
  const formats = [googleProductTable, googleLocalInventory, googleStoreFeed];
  const known = async (content: string) => {
    const head = await headOf(content);
    return formats.filter((format) => format.recognises(head)).map(({ name }) => name);
  };
  expect(await known(`${products}1\tBel\thttps://x.example\t3 EUR\tin stock\t\t\t\n`)).toEqual([
    'google-product-table',
  ]);
  expect(await known(`"g:id","g:title","g:price","g:brand"\n"1","Bel","3 EUR","Tring"\n`)).toEqual([
    'google-product-table',
  ]);
  expect(await known(`${inventory}A\t1\t3\t5 EUR\tin stock\t\t\n`)).toEqual(['google-local-inventory']);
  expect(await known('store_code;gtin;quantity\nA;9520000000011;3\n')).toEqual(['google-local-inventory']);
  expect(await known(`${stores}\nA,Bakker,Straat 1,Dorp,1234 AB,NL,52,5,,,\n`)).toEqual(['google-store-feed']);
  expect(await known('barcode;stock\n9520000000011;3\n')).toEqual([]);
  expect(await known('name;address;hours\nBakker;Straat 1;ma-vr 9-17\n')).toEqual([]);
});

test.each([
  [googleProductTable, 'id;gtin;title;price;brand;kleur;maat\n;;;;;rood\n', '2 product-unnamed gtin'],
  [googleLocalInventory, 'store_code;id;gtin;quantity;kleur;maat\n;;;;rood\n', '2 product-unnamed gtin'],
  [googleStoreFeed, 'store_code;name;city;kleur;maat\n;;;rood\n', '2 store-code-missing store_code'],
])(
  'a row with text in unknown columns only, and too few cells, is refused: $name',
  async (format, content, refusal) => {
    const { drafts, issues } = await deliver(format, content);
    expect(shown(issues).slice(0, 2)).toEqual(['2 cells-too-few', refusal]);
    expect(drafts).toEqual([]);
  },
);

describe('googleProductTable', () => {
  test('reads a row into a product and its offer', async () => {
    const { drafts, issues } = await deliver(
      googleProductTable,
      `${products}1\tBel\thttps://x.example/1\t3,50 EUR\tin_stock\t9520000000011\t//x.example/1.jpg\thttps://x.example/2,a.jpg,https://x.example/3.jpg\n`,
    );
    const product = { gtin: '09520000000011', code: '1' };
    expect(shown(issues)).toEqual([]);
    expect(modelFlaws(drafts)).toEqual([]);
    expect(drafts).toEqual([
      {
        kind: 'Product',
        product,
        data: {
          name: 'Bel',
          image: ['https://x.example/1.jpg', 'https://x.example/2,a.jpg', 'https://x.example/3.jpg'],
          url: 'https://x.example/1',
        },
      },
      {
        kind: 'Offer',
        product,
        placeKey: 'fietsenzaak',
        data: { availability: 'InStock', observedAt, price: '3.50', priceCurrency: 'EUR', url: 'https://x.example/1' },
      },
    ]);
  });

  test('issues speak the words of the file, and a row without any code is refused', async () => {
    const { drafts, issues } = await deliver(
      googleProductTable,
      'Product ID;Product name;Price;EAN;image URL\n1;Bel;gratis;9520000000012;x.jpg\n;Bel;3;9520000000012;\n',
    );
    expect(shown(issues)).toEqual([
      '2 gtin-ignored EAN',
      '2 link-not-web image URL',
      '2 price-unreadable Price',
      '3 gtin-check-digit EAN',
    ]);
    expect(drafts).toHaveLength(2);
  });

  test('a source without offers names products only, and needs no place', async () => {
    const { drafts } = await deliver(googleProductTable, `${products}1\tBel\t\t3\tin stock\t\t\t\n`, { offers: false });
    expect(drafts.map(({ kind }) => kind)).toEqual(['Product']);
  });

  test('as many columns as the limit are read, a thousand are refused', async () => {
    expect((await deliver(googleProductTable, wide(importLimits.columnsMax))).drafts).toHaveLength(2);
    await expect(deliver(googleProductTable, wide(1_000))).rejects.toMatchObject({ code: 'limit-exceeded' });
  });
});

describe('googleLocalInventory', () => {
  const map = { stores: { A: 'filiaal-a', B: 'filiaal-b' } };

  test('reads a row into an offer at its store', async () => {
    const { drafts, issues } = await deliver(
      googleLocalInventory,
      `${inventory}A\t1\t3\tEUR 12.95\tlimited availability\treserve\tsame day\nB\t1\t\t\ton display to order\t\tmulti-week\nB\t2\t0\t\t\tbuy\t2-day\nB\t3\t\t\t\t\t\n`,
      map,
    );
    expect(shown(issues)).toEqual([]);
    expect(modelFlaws(drafts)).toEqual([]);
    expect(drafts).toEqual([
      {
        kind: 'Offer',
        product: { code: '1' },
        placeKey: 'filiaal-a',
        data: {
          availability: 'LimitedAvailability',
          observedAt,
          price: '12.95',
          priceCurrency: 'EUR',
          stock: 3,
          fulfilment: ['Reserve'],
          readyWithin: 'P0D',
        },
      },
      {
        kind: 'Offer',
        product: { code: '1' },
        placeKey: 'filiaal-b',
        data: { availability: 'BackOrder', observedAt, fulfilment: ['OrderIn'] },
      },
      {
        kind: 'Offer',
        product: { code: '2' },
        placeKey: 'filiaal-b',
        data: { availability: 'OutOfStock', observedAt, stock: 0, fulfilment: ['Buy'], readyWithin: 'P2D' },
      },
      { kind: 'Offer', product: { code: '3' }, placeKey: 'filiaal-b', data: { availability: 'Unknown', observedAt } },
    ]);
  });

  test('a barcode makes the product known by it', async () => {
    const { drafts } = await deliver(googleLocalInventory, 'store_code;gtin;quantity\nA;9520000000011;3\n', map);
    const product = { gtin: '09520000000011' };
    expect(drafts).toEqual([
      { kind: 'Product', product, mentioned: true, data: {} },
      { kind: 'Offer', product, placeKey: 'filiaal-a', data: { availability: 'InStock', observedAt, stock: 3 } },
    ]);
  });

  test('refuses rows without store, with one that nobody mapped, and without product; tells of contradictions', async () => {
    const { drafts, issues } = await deliver(
      googleLocalInventory,
      `${inventory}\t1\t3\t\t\t\t\nC\t1\t3\t\t\t\t\nA\t\t3\t\t\t\t\nA\t1\t0\t\tin stock\t\t\nA\t2\t-1\t\t\t\t\n`,
      map,
    );
    expect(shown(issues)).toEqual([
      '2 store-code-missing store code',
      '3 store-code-unmapped store code',
      '4 product-unnamed gtin',
      '5 stock-contradicts-availability quantity',
      '6 stock-negative quantity',
    ]);
    expect(drafts).toHaveLength(2);
  });

  test('200,000 rows take about a second', async () => {
    const rows = Array.from(
      { length: 200_000 },
      (_, index) =>
        `${index % 2 === 0 ? 'A' : 'B'}\tS-${index}\t${index % 9}\t${index % 97}.95 EUR\tin stock\tbuy\tsame day\n`,
    );
    const started = process.threadCpuUsage();
    const { rows: read } = await deliver(googleLocalInventory, inventory + rows.join(''), map, 1 << 18);
    expect(read).toBe(200_000);
    // Ten times what it takes on a slow machine: this is to notice a change of kind, the benchmark measures.
    expect(process.threadCpuUsage(started).user).toBeLessThan(20_000_000);
  });
});

describe('googleStoreFeed', () => {
  test("reads a row of Business Profile's spreadsheet into a place", async () => {
    const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
    const { drafts, issues } = await deliver(
      googleStoreFeed,
      `${stores},${days.map((day) => `${day} hours`).join(',')},Special hours,From the business
Bakker 01,Bakkerij De Korenbloem,Dorpsstraat 1,Waterveen,1234 AB,Nederland,52.1,5.2,+31 30 000 00 00,www.korenbloem.example,bakkerij,x,,08:00-17:30,08:00-17:30,8:00 AM-5:30 PM,"08:00-12:00, 13:00-20:00",08:00-16:00,"2026-12-25: x, 2026-12-24: 08:00-15:00",<b>Vers</b> brood
`,
      { language: 'nl' },
    );
    expect(shown(issues)).toEqual([]);
    expect(modelFlaws(drafts)).toEqual([]);
    expect(drafts).toEqual([
      {
        kind: 'Place',
        key: 'bakker-01',
        data: {
          type: ['Place', 'Bakery'],
          name: 'Bakkerij De Korenbloem',
          address: {
            type: 'PostalAddress',
            streetAddress: 'Dorpsstraat 1',
            postalCode: '1234 AB',
            addressLocality: 'Waterveen',
            addressCountry: 'NL',
          },
          geo: { type: 'GeoCoordinates', latitude: 52.1, longitude: 5.2, accuracy: 'exact' },
          placeKind: 'shop=bakery',
          openingHours:
            'Mo unknown; Tu-Th 08:00-17:30; Fr 08:00-12:00,13:00-20:00; Sa 08:00-16:00; Su off; 2026 Dec 24 08:00-15:00',
          specialOpeningHoursSpecification: [
            { type: 'OpeningHoursSpecification', validFrom: '2026-12-25', validThrough: '2026-12-25' },
          ],
          description: { nl: 'Vers brood' },
          telephone: '+31 30 000 00 00',
          url: 'https://www.korenbloem.example/',
        },
      },
    ]);
  });

  test('unknown hours are unknown; flaws are told; the key is that of the store map', async () => {
    const { drafts, issues } = await deliver(
      googleStoreFeed,
      `store_code;name;city;latitude;longitude;category;opening_hours;monday
A;Winkel;Dorp;5.2;52.1;onzin;;
B;Winkel;Dorp;99;5;;soms;
C;Winkel;Dorp;noord;;;;straks
;Winkel;Dorp;;;;;
`,
      { stores: { A: 'filiaal-a' } },
    );
    expect(shown(issues)).toEqual([
      '2 store-kind-unknown category',
      '2 coordinates-swapped latitude',
      '3 coordinates-outside latitude',
      '3 hours-unreadable opening_hours',
      '4 coordinates-unreadable latitude',
      '4 hours-unreadable monday',
      '5 store-code-missing store_code',
    ]);
    expect(drafts.map((draft) => ('key' in draft ? draft.key : ''))).toEqual(['filiaal-a', 'b', 'c']);
    for (const draft of drafts) {
      expect(draft).toMatchObject({
        data: { openingHours: 'unknown', placeKind: 'shop=yes', type: ['Place', 'Store'] },
      });
      expect(draft).not.toHaveProperty('data.geo');
    }
  });
});
