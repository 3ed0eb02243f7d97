import { describe, expect, test } from 'vitest';
import { deliver, headOf, shown } from '../delivery.test-helper.ts';
import { barcodesAndStock } from './format.ts';
import { readTillStock } from './till-stock.ts';

const bel = '9520000000011';
const pomp = '9520000000028';
const slot = '9520000000035';
const observedAt = '2026-11-01T06:00:00Z';

const offer = (barcode: string, data: Readonly<Record<string, unknown>>) => ({
  kind: 'Offer',
  product: { gtin: `0${barcode}` },
  placeKey: 'fietsenzaak',
  data: { observedAt, ...data },
});
const mention = (barcode: string) => ({ kind: 'Product', product: { gtin: `0${barcode}` }, mentioned: true, data: {} });
const bothOffers = [
  mention(bel),
  offer(bel, { availability: 'InStock', stock: 3, price: '4.95', priceCurrency: 'EUR' }),
  mention(pomp),
  offer(pomp, { availability: 'OutOfStock', stock: 0, price: '12.00', priceCurrency: 'EUR' }),
];

describe('barcodesAndStock', () => {
  test.each([
    ['with a Dutch header', `EAN-code;Voorraad;Verkoopprijs\n${bel};3;4,95\n${pomp};0;12,-\n`],
    ['in another order, in English', `price\tqty\tbarcode\n4.95\t3\t${bel}\n12.00\t0\t${pomp}\n`],
    ['in German, with quotes', `"Bestand","Preis","Strichcode"\n"3","4,95","${bel}"\n"0","12,00","${pomp}"\n`],
    ['in French', `Code-barres;Quantité;Prix\n${bel};3;4,95 €\n${pomp};0;12,00 €\n`],
    ['without header', `${bel};3;4,95\n${pomp};0;12,00\n`],
    ['without header, in another order', `4,95;3;${bel}\n12,00;0;${pomp}\n`],
    ['with a header that is not known', `Wat;Hoeveel ligt er;Kost\n${bel};3;4,95\n${pomp};0;12,00\n`],
  ])('reads a file %s', async (_name, content) => {
    expect(barcodesAndStock.recognises(await headOf(content))).toBe(true);
    const { drafts, issues } = await deliver(barcodesAndStock, content);
    expect(drafts).toEqual(bothOffers);
    expect(issues).toEqual([]);
  });

  test('leaves stock and price that are not there unknown', async () => {
    const { drafts, issues } = await deliver(barcodesAndStock, `ean;voorraad;prijs\n${bel};;\n${pomp};4;\n`);
    expect(drafts).toEqual([
      mention(bel),
      offer(bel, { availability: 'Unknown' }),
      mention(pomp),
      offer(pomp, { availability: 'InStock', stock: 4 }),
    ]);
    expect(issues).toEqual([]);
  });

  test('takes what is no GTIN for a code of the shop, but never a barcode with a wrong digit', async () => {
    const { drafts, issues } = await deliver(
      barcodesAndStock,
      `ean;voorraad\n1001;3\nBRD-WIT;2\n2000000000008;5\n9520000000012;1\n8,71E+12;1\n${bel};1\n`,
    );
    expect(drafts.map((draft) => 'product' in draft && [draft.kind, draft.product])).toEqual([
      ['Offer', { code: '1001' }],
      ['Offer', { code: 'BRD-WIT' }],
      ['Offer', { code: '02000000000008' }],
      ['Product', { gtin: `0${bel}` }],
      ['Offer', { gtin: `0${bel}` }],
    ]);
    expect(shown(issues)).toEqual(['5 gtin-check-digit ean', '6 gtin-rounded ean']);
  });

  test('takes names where the header has them', async () => {
    const { drafts } = await deliver(barcodesAndStock, `artikelnummer;omschrijving;aantal\n12;Wit <b>brood</b>;5\n`, {
      language: 'nl',
    });
    expect(drafts).toEqual([
      { kind: 'Product', product: { code: '12' }, data: { name: { nl: 'Wit brood' } } },
      {
        kind: 'Offer',
        product: { code: '12' },
        placeKey: 'fietsenzaak',
        data: { observedAt, availability: 'InStock', stock: 5 },
      },
    ]);
  });

  test('every row is a draft, or says what is wrong with it', async () => {
    const { rows, issues, drafts } = await deliver(
      barcodesAndStock,
      `ean;voorraad;prijs\n${bel};-2;-1,00\n${pomp};3,000;1.234\n${slot};veel;1 XXX\n;4;1,00\n${bel};1;2;3\n`,
    );
    expect(rows).toBe(5);
    expect(shown(issues)).toEqual([
      '2 stock-negative voorraad',
      '2 price-negative prijs',
      '3 stock-ambiguous voorraad',
      '3 price-ambiguous prijs',
      '4 stock-unreadable voorraad',
      '4 price-currency-unknown prijs',
      '5 product-unnamed ean',
      '6 cells-too-many',
    ]);
    expect(drafts.filter(({ kind }) => kind === 'Offer')).toEqual([
      offer(bel, { availability: 'OutOfStock', stock: 0 }),
      offer(pomp, { availability: 'InStock' }),
      offer(slot, { availability: 'Unknown' }),
    ]);
  });

  test('refuses rows whose place is not set, and asks for none where the source has no offers', async () => {
    const refused = await deliver(barcodesAndStock, `ean;voorraad\n${bel};3\n`, { stores: { '1': 'fietsenzaak' } });
    expect(refused.drafts).toEqual([]);
    expect(shown(refused.issues)).toEqual(['2 store-code-unmapped']);
    const named = await deliver(barcodesAndStock, `ean;voorraad\n${bel};3\n`, { stores: {}, offers: false });
    expect(named.drafts).toEqual([mention(bel)]);
  });

  test.each([
    ['naam;adres\nBakker;Dorp\n'],
    ['jaar;aantal;bedrag\n2024;3;4,00\n'],
    [`${bel}\n${pomp}\n`],
    ['a;b\nc;d\n'],
    [`${bel};3;4;5\n${pomp};0;12;6\n`],
    [''],
  ])('does not take %j for its own', async (content) => {
    expect(barcodesAndStock.recognises(await headOf(content))).toBe(false);
  });
});

test.each([
  ['12', 'InStock', 12],
  ['12.00', 'InStock', 12],
  ['3,75', 'InStock', 3],
  ['0,250', 'InStock', undefined],
  ['0', 'OutOfStock', 0],
  ['0,000', 'OutOfStock', 0],
  ['1.234.567', 'InStock', 1_234_567],
  ['12 000', 'InStock', 12_000],
  ['1.000,5', 'InStock', 1_000],
  ['12 st.', 'InStock', 12],
  ['10+', 'InStock', 10],
  ['> 10', 'InStock', 10],
  ['< 5', 'LimitedAvailability', undefined],
  ['ja', 'InStock', undefined],
  ['op voorraad', 'InStock', undefined],
  ['uitverkocht', 'OutOfStock', undefined],
  ['', 'Unknown', undefined],
  ['-', 'Unknown', undefined],
  ['1000000000', 'InStock', 1_000_000_000],
])('stock %j is %s, %s', (raw, availability, stock) => {
  expect(readTillStock(raw)).toEqual(stock === undefined ? { availability } : { availability, stock });
});

test.each([
  ['-3', { availability: 'OutOfStock', stock: 0, problem: 'stock-negative' }],
  ['3-', { availability: 'OutOfStock', stock: 0, problem: 'stock-negative' }],
  ['3,000', { availability: 'InStock', problem: 'stock-ambiguous' }],
  ['12.500', { availability: 'InStock', problem: 'stock-ambiguous' }],
  ['1000000001', { availability: 'Unknown', problem: 'stock-unreadable' }],
  ['genoeg', { availability: 'Unknown', problem: 'stock-unreadable' }],
  ['1e9', { availability: 'Unknown', problem: 'stock-unreadable' }],
])('stock %j has a problem', (raw, reading) => {
  expect(readTillStock(raw)).toEqual(reading);
});
