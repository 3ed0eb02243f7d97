import { withFlaws } from '../flaws.mjs';
import { clothingGoods } from '../goods/clothing.mjs';
import { withWrongCheckDigit } from '../gtin.mjs';
import { randomFrom } from '../random.mjs';
import { otherPrice, utf8WithMark } from '../text.mjs';
import { toRows, writeTable } from '../write-table.mjs';

const columns = [
  'g:id',
  'g:title',
  'g:description',
  'g:item_group_id',
  'g:color',
  'g:size',
  'g:price',
  'g:sale_price',
  'g:sale_price_effective_date',
  'g:availability',
  'g:gtin',
  'g:brand',
  'g:google_product_category',
];

const toRecord = (random) => (article, index) => {
  const reduced = random.chance(0.15);
  return {
    'g:id': `${article.group}-${article.colour.slice(0, 3)}-${article.size.replace('/', '')}-${index}`
      .replaceAll('é', 'e')
      .replaceAll(' ', ''),
    'g:title': article.name,
    'g:description': `${article.description} Kleur: ${article.colour}; maat: ${article.size}, valt normaal.`,
    'g:item_group_id': article.group,
    'g:color': article.colour,
    'g:size': article.size,
    'g:price': `${article.price} EUR`,
    'g:sale_price': reduced ? `${otherPrice(article.price, 0.7)} EUR` : '',
    'g:sale_price_effective_date': reduced ? '2026-11-16T00:00+01:00/2027-01-31T23:59+01:00' : '',
    'g:availability': random.pick(['in_stock', 'in_stock', 'in_stock', 'out_of_stock']),
    'g:gtin': article.gtin,
    'g:brand': article.brand,
    'g:google_product_category': article.category,
  };
};

const flaws = {
  9: (record) => ({ 'g:gtin': withWrongCheckDigit(record['g:gtin']) }),
  30: () => ({ 'g:sale_price': '499.00 EUR', 'g:sale_price_effective_date': '' }),
  61: (record) => ({
    'g:sale_price': otherPrice(record['g:price'].split(' ')[0], 0.5),
    'g:sale_price_effective_date': '2027-01-31T00:00/2026-12-27T00:00',
  }),
  90: (record) => ({ 'g:title': `<h1>LAATSTE STUKS</h1> ${record['g:title']}` }),
};

/** The feed of Mode Linnen & Lak: commas, a byte order mark, every size a row. */
export const clothingShop = () => {
  const rows = toRows(columns, withFlaws(clothingGoods.map(toRecord(randomFrom('clothing shop'))), flaws));
  return { file: 'mode-linnen-en-lak.csv', bytes: utf8WithMark(writeTable({ columns, rows, separator: ',' })) };
};
