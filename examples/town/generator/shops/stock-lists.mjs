import { bicycleGoods } from '../goods/bicycle.mjs';
import { drugstoreGoods } from '../goods/drugstore.mjs';
import { groceryGoods } from '../goods/groceries.mjs';
import { hardwareGoods } from '../goods/hardware.mjs';
import { gardenGoods, kitchenGoods, petGoods } from '../goods/household.mjs';
import { toyGoods } from '../goods/toys.mjs';
import { demonstrationGtin, withWrongCheckDigit } from '../gtin.mjs';
import { randomFrom } from '../random.mjs';
import { otherPrice, utf8, utf8WithMark, windows1252, withComma } from '../text.mjs';
import { writeTable } from '../write-table.mjs';

const gtinsOf = (articles) => articles.map(({ gtin }) => gtin);
/** Articles that no feed in town names: people find them by barcode only. */
const nameless = (maker, count) =>
  Array.from({ length: count }, (_, index) => demonstrationGtin(maker, (index + 1) * 13));
const pumps = bicycleGoods.filter(({ noun }) => noun === 'fietspomp');

/** Verfwinkel Kwast & Kleur: `ean;voorraad` with a header. */
export const paintShop = () => {
  const random = randomFrom('paint shop');
  const painting = hardwareGoods.filter(
    ({ category, noun }) =>
      category.includes('Paint') || ['kwast', 'verfroller', 'verfbak', 'afplaktape'].includes(noun),
  );
  const rows = [...gtinsOf(painting), ...nameless(901, 40)].map((gtin) => [gtin, String(random.integer(0, 25))]);
  rows[6][1] = '-2';
  rows[17][0] = withWrongCheckDigit(rows[17][0]);
  rows[29][1] = '';
  rows[44] = rows[43];
  rows[58][0] = rows[58][0].slice(0, 11);
  return {
    file: 'verfwinkel-kwast-en-kleur.csv',
    bytes: utf8(writeTable({ columns: ['EAN', 'Voorraad'], rows, separator: ';', lineEnd: '\r\n' })),
  };
};

/** Fietsenmakerij De Ketting: tabs, no header. */
export const bicycleRepairShop = () => {
  const random = randomFrom('bicycle repair shop');
  const others = bicycleGoods.filter(({ noun }) => noun !== 'fietspomp');
  const articles = [...pumps.slice(0, 6), ...random.sample(others, 90)];
  const rows = articles.map(({ gtin }) => [gtin, String(random.integer(0, 12))]);
  rows[21][0] = withWrongCheckDigit(rows[21][0]);
  rows[47][1] = '5 stuks';
  rows[63][1] = 'ergens';
  return { file: 'fietsenmakerij-de-ketting.txt', bytes: utf8(writeTable({ rows, separator: '\t' })) };
};

/** Sporthuis Het Startblok: Windows-1252, with an article name and a price with a euro sign. */
export const sportsShop = () => {
  const random = randomFrom('sports shop');
  const outdoor = toyGoods.filter(({ noun }) =>
    ['bal', 'springtouw', 'vlieger', 'step', 'loopfiets', 'jojo'].includes(noun),
  );
  const helmets = bicycleGoods.filter(({ noun }) => noun.endsWith('helm'));
  const articles = [...outdoor, ...helmets, ...pumps.slice(2, 7)];
  const known = articles.map((article) => [article.gtin, article.name, String(random.integer(0, 15)), article.price]);
  const own = nameless(902, 14).map((gtin, index) => [
    gtin,
    `Turnschoen ‘Café’ maat ${36 + index}`,
    String(random.integer(0, 4)),
    '59.95',
  ]);
  const rows = [...known, ...own].map(([gtin, name, stock, price]) => [
    gtin,
    name,
    stock,
    `€ ${withComma(otherPrice(price, 1.02))}`,
  ]);
  rows[10][3] = '€ -1,00';
  rows[31][0] = '';
  rows[40][3] = '€ 1.234';
  return {
    file: 'sporthuis-het-startblok.csv',
    bytes: windows1252(
      writeTable({
        columns: ['Streepjescode', 'Omschrijving', 'Aantal', 'Verkoopprijs'],
        rows,
        separator: ';',
        lineEnd: '\r\n',
      }),
    ),
  };
};

/** Kookwinkel De Garde: opened and saved in a spreadsheet once too often. */
export const kitchenShop = () => {
  const random = randomFrom('kitchen shop');
  const rows = [...gtinsOf(kitchenGoods), ...nameless(903, 20)].map((gtin, index) => [
    index % 10 === 3 ? `="${gtin}"` : index % 10 === 7 ? `${gtin}.0` : index % 10 === 9 ? `'${gtin}` : gtin,
    random.chance(0.2) ? `${random.integer(1, 20)},00` : String(random.integer(0, 20)),
  ]);
  rows[12][0] = '9,52E+12';
  rows[38][0] = '9,52050E+12';
  rows[55][0] = '#N/B';
  rows[81][1] = '#WAARDE!';
  rows.push(['', '']);
  rows.push(['Totaal', '1204']);
  return {
    file: 'kookwinkel-de-garde.csv',
    bytes: utf8WithMark(writeTable({ columns: ['Barcode', 'Aantal'], rows, separator: ';', lineEnd: '\r\n' })),
  };
};

/** Tuincentrum De Groene Poort: barcode, stock, price. */
export const gardenCentre = () => {
  const random = randomFrom('garden centre');
  const tools = hardwareGoods.filter(({ noun }) =>
    ['tuinslang', 'tuinbeits', 'bezem', 'emmer', 'werkhandschoenen'].includes(noun),
  );
  const rows = [...gardenGoods, ...tools].map(({ gtin, price }) => [
    gtin,
    String(random.integer(0, 80)),
    withComma(otherPrice(price, random.pick([0.95, 1, 1.05]))),
  ]);
  for (const gtin of nameless(904, 30))
    rows.push([gtin, String(random.integer(0, 30)), withComma(`${random.integer(2, 30)}.95`)]);
  rows[9][2] = '1.234';
  rows[33][2] = '-5,00';
  rows[70][0] = withWrongCheckDigit(rows[70][0]);
  rows[90] = `${rows[90].join(';')};let op;vorstgevoelig`;
  return {
    file: 'tuincentrum-de-groene-poort.csv',
    bytes: utf8(writeTable({ columns: ['ean', 'voorraad', 'prijs'], rows, separator: ';' })),
  };
};

/** Dierenwinkel De Pluim: commas, no header, stock in words now and then. */
export const petShop = () => {
  const random = randomFrom('pet shop');
  const rows = [...gtinsOf(petGoods), ...nameless(905, 20)].map((gtin) => [gtin, String(random.integer(0, 18))]);
  rows[8][1] = '10+';
  rows[15][1] = 'ja';
  rows[41][1] = '?';
  return { file: 'dierenwinkel-de-pluim.csv', bytes: utf8(writeTable({ rows, separator: ',' })) };
};

/** Supermarkt De Korf: an English till, with barcodes as twelve digits and more where the leading zero went. */
export const supermarket = () => {
  const random = randomFrom('supermarket');
  const articles = [...groceryGoods, ...random.sample(drugstoreGoods, 120), ...random.sample(petGoods, 20)];
  const rows = articles.map(({ gtin, price }) => [gtin, String(random.integer(0, 90)), otherPrice(price, 0.96)]);
  for (const gtin of nameless(906, 60)) rows.push([gtin, String(random.integer(0, 90)), `${random.integer(1, 9)}.49`]);
  rows[19][1] = '-4';
  rows[77][0] = withWrongCheckDigit(rows[77][0]);
  rows[130][2] = '0.00';
  rows[161][0] = 'statiegeld';
  return {
    file: 'supermarkt-de-korf.csv',
    bytes: utf8(writeTable({ columns: ['barcode', 'qty_on_hand', 'unit_price'], rows, separator: ',' })),
  };
};
