import { withFlaws } from '../flaws.mjs';
import { electronicsGoods } from '../goods/electronics.mjs';
import { randomFrom } from '../random.mjs';
import { utf16 } from '../text.mjs';
import { toRows, writeTable } from '../write-table.mjs';

const columns = [
  'item_id',
  'item title',
  'description',
  'price',
  'availability',
  'gtin',
  'brand',
  'product category',
  'energy efficiency class',
];
const labelled = new Set(['televisie', 'wasmachine', 'koelkast', 'ledlamp']);

const toRecord = (random) => (article, index) => ({
  item_id: `EL${4_000 + index}`,
  'item title': article.name,
  description: article.description,
  price: `EUR ${article.price}`,
  availability: random.pick(['in stock', 'in stock', 'out of stock', 'backorder']),
  gtin: article.gtin,
  brand: article.brand,
  'product category': article.category,
  'energy efficiency class': labelled.has(article.noun) ? random.pick(['B', 'C', 'D', 'E', 'F']) : '',
});

const flaws = {
  3: () => ({ 'energy efficiency class': 'zuinig' }),
  40: () => ({ price: 'op aanvraag' }),
};

/** What Elektro De Stekker saves from a spreadsheet as "Unicode text": UTF-16 with tabs. */
export const electronicsShop = () => {
  const rows = toRows(columns, withFlaws(electronicsGoods.map(toRecord(randomFrom('electronics shop'))), flaws));
  return {
    file: 'elektro-de-stekker.txt',
    bytes: utf16(writeTable({ columns, rows, separator: '\t', lineEnd: '\r\n' })),
  };
};
