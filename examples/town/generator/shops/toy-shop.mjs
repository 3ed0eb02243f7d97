import { withFlaws } from '../flaws.mjs';
import { toyGoods } from '../goods/toys.mjs';
import { withWrongCheckDigit } from '../gtin.mjs';
import { randomFrom } from '../random.mjs';
import { windows1252, withComma } from '../text.mjs';
import { toRows, writeTable } from '../write-table.mjs';

const columns = [
  'id',
  'title',
  'description',
  'price',
  'availability',
  'gtin',
  'brand',
  'google product category',
  'age group',
  'image link',
];

const toRecord = (random) => (article, index) => ({
  id: `T${String(index + 1).padStart(4, '0')}`,
  title: article.name,
  description: `${article.description} Voor ’t hele gezin – ook als cadeautje.`,
  price: `${withComma(article.price)} EUR`,
  availability: random.pick(['op voorraad', 'op voorraad', 'op voorraad', 'in stock', 'uitverkocht', 'op bestelling']),
  gtin: article.gtin,
  brand: article.brand,
  'google product category': article.category,
  'age group': 'kids',
  'image link': index % 9 === 0 ? `https://detol.example/foto/${index}.jpg` : '',
});

const flaws = {
  4: (record) => ({ title: `${record.title} “groot café”`, price: '€ 17,95' }),
  14: (record) => ({ gtin: withWrongCheckDigit(record.gtin) }),
  26: () => ({ price: '12,-' }),
  39: () => ({ availability: 'vraag Els' }),
  52: () => ({ title: '' }),
  64: () => ({ id: 'T0064' }),
  75: () => ({ price: '-9,95 EUR' }),
  88: () => ({ title: '', gtin: '' }),
  120: () => ({ 'image link': 'C:\\Mijn foto’s\\tol.jpg' }),
};

/** The export of the till program of Speelgoed De Tol: semicolons, Windows-1252, prices with a comma. */
export const toyShop = () => {
  const rows = toRows(columns, withFlaws(toyGoods.map(toRecord(randomFrom('toy shop'))), flaws));
  // A row of a colleague who left out two columns, and one who put a semicolon into the title.
  rows[150] = rows[150].slice(0, 8);
  rows[171] = rows[171].join(';').replace(' ', '; ');
  return {
    file: 'speelgoed-de-tol.csv',
    bytes: windows1252(writeTable({ columns, rows, separator: ';', lineEnd: '\r\n' })),
  };
};
