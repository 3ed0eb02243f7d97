import { withFlaws } from '../flaws.mjs';
import { drugstoreGoods } from '../goods/drugstore.mjs';
import { withWrongCheckDigit } from '../gtin.mjs';
import { randomFrom } from '../random.mjs';
import { degrees, locate } from '../streets.mjs';
import { otherPrice, utf8 } from '../text.mjs';
import { toRows, writeTable } from '../write-table.mjs';

const site = 'https://dubbeledrop.example';
const codeOf = (index) => `DD${String(index + 100).padStart(5, '0')}`;

const storeColumns = [
  'store_code',
  'business_name',
  'address_line_1',
  'postal_code',
  'locality',
  'country',
  'latitude',
  'longitude',
  'primary_phone',
  'website',
  'primary_category',
  'monday_hours',
  'tuesday_hours',
  'wednesday_hours',
  'thursday_hours',
  'friday_hours',
  'saturday_hours',
  'sunday_hours',
];

const store = ({ code, name, address, phone, evening, sunday }) => {
  const { postcode, latitude, longitude } = locate(address);
  return {
    store_code: code,
    business_name: name,
    address_line_1: address,
    postal_code: postcode,
    locality: 'Waterveen',
    country: 'NL',
    latitude: degrees(latitude),
    longitude: degrees(longitude),
    primary_phone: phone,
    website: `${site}/winkels/${code.toLowerCase()}`,
    primary_category: 'Drugstore',
    monday_hours: '09:00-18:00',
    tuesday_hours: '09:00-18:00',
    wednesday_hours: '09:00-18:00',
    thursday_hours: '09:00-18:00',
    friday_hours: evening,
    saturday_hours: '09:00-17:00',
    sunday_hours: sunday,
  };
};

const stores = [
  {
    code: 'WV1',
    name: 'De Dubbele Drop Kerkstraat',
    address: 'Kerkstraat 17',
    phone: '+31 578 021 010',
    evening: '09:00-21:00',
    sunday: '12:00-17:00',
  },
  {
    code: 'WV2',
    name: 'De Dubbele Drop Havenkade',
    address: 'Havenkade 26',
    phone: '+31 578 021 020',
    evening: '09:00-18:00',
    sunday: '',
  },
].map(store);

const productColumns = [
  'id',
  'title',
  'description',
  'link',
  'gtin',
  'brand',
  'google_product_category',
  'price',
  'availability',
];

const toProduct = (article, index) => ({
  id: codeOf(index),
  title: article.name,
  description: article.description,
  link: `${site}/a/${codeOf(index)}`,
  gtin: article.gtin,
  brand: article.brand,
  google_product_category: article.category,
  price: `${article.price} EUR`,
  availability: 'in_stock',
});

const productFlaws = {
  22: (record) => ({ gtin: withWrongCheckDigit(record.gtin) }),
  140: (record) => ({ title: `<strong>2 halen 1 betalen</strong> ${record.title}` }),
};

const inventoryColumns = ['store code', 'itemid', 'quantity', 'price', 'availability', 'pickup method', 'pickup sla'];

const toInventory = (random, storeCode) => (article) => {
  const stock = random.chance(0.15) ? 0 : random.integer(1, 40);
  return {
    'store code': storeCode,
    itemid: codeOf(drugstoreGoods.indexOf(article)),
    quantity: String(stock),
    price: `${storeCode === 'WV1' ? article.price : otherPrice(article.price, 1)} EUR`,
    availability: stock === 0 ? 'out_of_stock' : stock < 3 ? 'limited_availability' : 'in_stock',
    'pickup method': stock > 5 ? 'reserve' : '',
    'pickup sla': stock > 5 ? 'same_day' : '',
  };
};

const inventoryFlaws = {
  15: () => ({ 'store code': 'WV3' }),
  40: () => ({ itemid: 'DD99999' }),
  99: () => ({ quantity: 'veel' }),
  133: () => ({ price: '-3.49 EUR' }),
  177: () => ({ 'store code': '' }),
  215: () => ({ quantity: '0', availability: 'in_stock' }),
  300: () => ({ availability: 'in bestelling?' }),
};

const table = (columns, records, separator) => utf8(writeTable({ columns, rows: toRows(columns, records), separator }));

/** De Dubbele Drop: its stores, its products, and which store has what. */
export const drugstoreChain = () => {
  const random = randomFrom('drugstore chain');
  const inventory = [
    ...drugstoreGoods.map(toInventory(random, 'WV1')),
    ...random.sample(drugstoreGoods, 230).map(toInventory(random, 'WV2')),
  ];
  return [
    { file: 'dubbele-drop-winkels.csv', bytes: table(storeColumns, stores, ',') },
    {
      file: 'dubbele-drop-artikelen.csv',
      bytes: table(productColumns, withFlaws(drugstoreGoods.map(toProduct), productFlaws), ','),
    },
    { file: 'dubbele-drop-voorraad.tsv', bytes: table(inventoryColumns, withFlaws(inventory, inventoryFlaws), '\t') },
  ];
};
