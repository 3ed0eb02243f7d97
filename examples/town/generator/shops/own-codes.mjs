import { withCheckDigit } from '../gtin.mjs';
import { randomFrom } from '../random.mjs';
import { utf8, withComma } from '../text.mjs';
import { writeTable } from '../write-table.mjs';

const cheeses = [
  'jonge kaas',
  'belegen kaas',
  'oude kaas',
  'komijnekaas',
  'geitenkaas',
  'schapenkaas',
  'nagelkaas',
  'brandnetelkaas',
  'rookkaas',
  'roomkaas',
  'blauwe kaas',
  'boerenkaas',
];
const weights = ['250 g', '500 g', 'heel stuk'];

/** Kaashandel De Wrongel: weighed goods, whose barcodes start with 28 and mean something in this shop only. */
export const cheeseShop = () => {
  const random = randomFrom('cheese shop');
  const rows = cheeses.flatMap((cheese, kind) =>
    weights.map((weight, size) => {
      const barcode = withCheckDigit(`28${String(kind + 10).padStart(4, '0')}${size}00000`);
      const price = [`${random.integer(3, 6)}.50`, `${random.integer(7, 12)}.50`, `${random.integer(60, 140)}.00`][
        size
      ];
      return [barcode, `Waterveense ${cheese}, ${weight}`, String(random.integer(0, 25)), withComma(price)];
    }),
  );
  rows[14][3] = 'dagprijs';
  rows[22][1] = '';
  return {
    file: 'kaashandel-de-wrongel.csv',
    bytes: utf8(writeTable({ columns: ['barcode', 'omschrijving', 'stuks', 'prijs'], rows, separator: ';' })),
  };
};

const breads = [
  ['WIT', 'Wit vloerbrood', '2.95'],
  ['VOLK', 'Volkorenbrood', '3.10'],
  ['SPELT', 'Speltbrood', '3.85'],
  ['ROG', 'Roggebrood', '2.60'],
  ['KREN', 'Krentenbrood', '5.75'],
  ['SUIK', 'Suikerbrood', '5.95'],
  ['BOL', 'Witte bol', '0.55'],
  ['BOLV', 'Volkoren bol', '0.60'],
  ['CROI', 'Croissant', '1.45'],
  ['TOMP', 'Tompouce', '2.75'],
  ['APPT', 'Appeltaart, punt', '3.20'],
  ['APPH', 'Appeltaart, heel', '21.50'],
  ['VLAI', 'Kersenvlaai', '18.95'],
  ['KOEK', 'Gevulde koek', '2.10'],
  ['SPEC', 'Speculaasbrok', '3.95'],
  ['STOL', 'Kerststol', '13.50'],
  ['OLIE', 'Oliebol', '1.20'],
  ['SAUC', 'Saucijzenbroodje', '2.40'],
];

/** Bakkerij Korenaar: its own codes for everything, kept in a text file. */
export const bakery = () => {
  const rows = breads.map(([code, name, price], index) => [
    code,
    name,
    `${price} EUR`,
    index === 15 ? 'preorder' : 'in_stock',
    index === 9 ? 'Alleen op <u>zaterdag</u>' : 'Elke dag vers uit de oven aan het Marktplein.',
  ]);
  rows.push(['VLAI', 'Abrikozenvlaai', '18.95 EUR', 'in_stock', 'Zelfde code, andere vlaai.']);
  return {
    file: 'bakkerij-korenaar.csv',
    bytes: utf8(writeTable({ columns: ['id', 'title', 'price', 'availability', 'description'], rows, separator: ',' })),
  };
};

const things = [
  'stoel',
  'bureaulamp',
  'theeservies',
  'wollen deken',
  'kastje',
  'fiets',
  'boekenplank',
  'spiegel',
  'schilderij',
  'koffer',
  'naaimachine',
  'bordspel',
  'winterjas',
  'vaas',
  'grammofoonplaat',
  'fietspomp',
];
const looks = ['eiken', 'jaren zestig', 'blauw', 'opgeknapt', 'met gebruikssporen'];

/** Kringloop De Tweede Ronde: one of each, each with a number of its own. */
export const secondHandShop = () => {
  const random = randomFrom('second-hand shop');
  const rows = things.flatMap((thing) =>
    looks.map((look) => [
      `2R-${random.integer(100, 999)}-${thing.slice(0, 3)}${looks.indexOf(look)}`,
      `${thing.charAt(0).toUpperCase()}${thing.slice(1)}, ${look}`,
      'Tweedehands; we hebben er één van, dus wie het eerst komt.',
      `${random.integer(2, 85)}.00 EUR`,
      random.pick(['in stock', 'in stock', 'in stock', 'uitverkocht']),
      random.pick(['used', 'used', 'refurbished', 'tweedehands']),
    ]),
  );
  rows[33][1] = '';
  rows[40][5] = 'zo goed als nieuw';
  rows[47][4] = 'verkocht';
  rows[61][3] = '15,- EUR';
  return {
    file: 'kringloop-de-tweede-ronde.tsv',
    bytes: utf8(
      writeTable({
        columns: ['sku', 'title', 'description', 'price', 'availability', 'condition'],
        rows,
        separator: '\t',
      }),
    ),
  };
};
