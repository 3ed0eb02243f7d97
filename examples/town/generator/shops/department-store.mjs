import { withFlaws } from '../flaws.mjs';
import { bicycleGoods } from '../goods/bicycle.mjs';
import { drugstoreGoods } from '../goods/drugstore.mjs';
import { gardenGoods, kitchenGoods, petGoods } from '../goods/household.mjs';
import { toyGoods } from '../goods/toys.mjs';
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
  'gtin',
  'brand',
  'google_product_category',
];

const toRecord = (random) => (article, index) => ({
  id: `VW-${index + 1}`,
  title: `${article.noun}${article.variant === '' ? '' : ` ${article.variant}`} (${article.brand})`,
  description: article.description,
  link: `https://vierwinden.example/artikel/${index + 1}`,
  price: otherPrice(article.price, random.pick([0.92, 0.97, 1.04])),
  availability: `https://schema.org/${random.pick(['InStock', 'InStock', 'InStock', 'LimitedAvailability', 'OutOfStock'])}`,
  gtin: article.gtin,
  brand: article.brand,
  google_product_category: article.category,
});

const flaws = {
  8: (record) => ({ gtin: withWrongCheckDigit(record.gtin) }),
  35: () => ({ price: '1.234' }),
  71: () => ({ availability: 'https://schema.org/Misschien' }),
  144: () => ({ id: '', gtin: '9,52051E+12' }),
};

/** The feed of Warenhuis De Vier Winden; it also sells what other shops in town sell. */
export const departmentStore = () => {
  const random = randomFrom('department store');
  const articles = [
    ...kitchenGoods,
    ...gardenGoods,
    ...petGoods,
    ...bicycleGoods.filter(({ noun }) => noun === 'fietspomp' || noun === 'bandenplakset'),
    ...random.sample(drugstoreGoods, 30),
    ...random.sample(toyGoods, 25),
  ];
  const rows = toRows(columns, withFlaws(articles.map(toRecord(random)), flaws));
  return { file: 'warenhuis-de-vier-winden.csv', bytes: utf8(writeTable({ columns, rows, separator: ',' })) };
};
