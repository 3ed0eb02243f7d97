import { withFlaws } from '../flaws.mjs';
import { groceryGoods } from '../goods/groceries.mjs';
import { randomFrom } from '../random.mjs';
import { utf8, withComma } from '../text.mjs';
import { toRows, writeTable } from '../write-table.mjs';

const columns = ['id', 'title', 'description', 'price', 'availability', 'gtin', 'brand', 'product_type'];

const toRecord = (random) => (article, index) => ({
  id: `prov${index + 1}`,
  title: article.name,
  description: article.description,
  price: `€ ${withComma(article.price)}`,
  availability: random.pick(['in_stock', 'in_stock', 'in_stock', 'limited_availability', 'out_of_stock']),
  gtin: article.gtin,
  brand: article.brand,
  product_type: article.category.startsWith('Food') ? 'Dranken' : 'Eten',
});

const flaws = {
  12: () => ({ price: '€ 4,9' }),
  44: (record) => ({ title: record.title.replace(' ', '\n') }),
  80: () => ({ price: '€ -2,50' }),
};

/** The list of De Provisiekamer, kept by hand in a spreadsheet: semicolons, UTF-8, prices with a euro sign. */
export const delicatessen = () => {
  const rows = toRows(columns, withFlaws(groceryGoods.map(toRecord(randomFrom('delicatessen'))), flaws));
  return { file: 'provisiekamer.csv', bytes: utf8(writeTable({ columns, rows, separator: ';', lineEnd: '\r\n' })) };
};
