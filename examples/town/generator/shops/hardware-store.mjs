import { withFlaws } from '../flaws.mjs';
import { bicycleGoods } from '../goods/bicycle.mjs';
import { hardwareGoods } from '../goods/hardware.mjs';
import { withWrongCheckDigit } from '../gtin.mjs';
import { randomFrom } from '../random.mjs';
import { otherPrice, utf8 } from '../text.mjs';
import { toRows, writeTable } from '../write-table.mjs';

const columns = [
  'id',
  'title',
  'description',
  'link',
  'price',
  'availability',
  'quantity',
  'gtin',
  'brand',
  'mpn',
  'google_product_category',
  'condition',
];

const bicyclePumps = bicycleGoods.filter(({ noun }) => noun === 'fietspomp').slice(0, 4);

const toRecord = (random) => (article, index) => {
  const stock = random.chance(0.1) ? 0 : random.integer(1, 60);
  return {
    id: String(20_001 + index),
    title: article.name.charAt(0).toUpperCase() + article.name.slice(1),
    description: article.description,
    link: `https://spijkerman.example/p/${20_001 + index}`,
    price: `${bicyclePumps.includes(article) ? otherPrice(article.price, 0.95) : article.price} EUR`,
    availability: stock === 0 ? 'out_of_stock' : 'in_stock',
    quantity: String(stock),
    gtin: article.gtin,
    brand: article.brand,
    mpn: `${article.brand.slice(0, 2).toUpperCase()}${index * 3 + 100}`,
    google_product_category: article.category,
    condition: 'new',
  };
};

const flaws = {
  11: (record) => ({ gtin: withWrongCheckDigit(record.gtin) }),
  27: () => ({ price: '-1.00 EUR' }),
  53: () => ({ availability: 'achter' }),
  77: () => ({
    gtin: '2100450012343',
    title: 'Zaagwerk op maat, per plank',
    description: 'Terwijl je wacht.',
    brand: '',
  }),
  104: () => ({ id: '20104' }),
  140: (record) => ({ quantity: '-3', price: record.price.replace(' EUR', '') }),
  162: (record) => ({ title: `<span class="actie">${record.title}</span>` }),
  200: () => ({ price: '1.234' }),
};

/** The export of IJzerhandel Spijkerman: tabs between the columns, as Merchant Center takes it. */
export const hardwareStore = () => {
  const records = withFlaws([...hardwareGoods, ...bicyclePumps].map(toRecord(randomFrom('hardware store'))), flaws);
  const rows = toRows(columns, records);
  // Somebody typed a tab into the description.
  rows[180][2] = `${rows[180][2]}\tLet op: zwaar`;
  const text = rows.map((row) => row.join('\t'));
  return { file: 'ijzerhandel-spijkerman.tsv', bytes: utf8(writeTable({ columns, rows: text, separator: '\t' })) };
};
