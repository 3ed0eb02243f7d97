import { shopPrice } from '../catalogue.mjs';
import { demonstrationGtin } from '../gtin.mjs';
import { randomFrom } from '../random.mjs';

const publishers = ['Uitgeverij Veenlamp', 'De Gele Kaft', 'Turf & Inkt', 'Leesmeer', 'Het Lage Land Boekenwaard'];
const firstNames = [
  'Aafke',
  'Berend',
  'Ciska',
  'Doutzen',
  'Evert',
  'Fenna',
  'Gijsbert',
  'Hiske',
  'Ilja',
  'Jorrit',
  'Klaske',
];
const lastNames = [
  'van der Turfschip',
  'Sluiswaard',
  'Veenbes',
  'ten Waterhuis',
  'Kraanvogel',
  'de Rietzanger',
  'Wilgenroos',
  'Oeverzegge',
  'Kleibergh',
];

const owners = [
  'de sluiswachter',
  'de molenaar',
  'de veenarbeider',
  'de schippersdochter',
  'de burgemeester',
  'de postbode',
];
const things = [
  'winter',
  'brieven',
  'tuin',
  'stilte',
  'schaduw',
  'geheimen',
  'laatste zomer',
  'kaart',
  'sleutel',
  'stemmen',
];
const waters = ['het kanaal', 'de IJssel', 'het veen', 'de ringvaart', 'de wetering', 'het wad'];
const verbs = ['Wachten bij', 'Fietsen langs', 'Thuis aan', 'Terug naar', 'Verdwaald in', 'Schaatsen over'];
const animals = ['otter', 'ooievaar', 'kievit', 'egel', 'vos', 'zwaan', 'haas', 'bever'];
const adventures = [
  'gaat op reis',
  'kan niet slapen',
  'zoekt een huis',
  'bakt een taart',
  'leert zwemmen',
  'mist de boot',
];
const dishes = ['brood', 'soep', 'koken met kool', 'appels', 'pannenkoeken', 'stoofpotten', 'jam en chutney', 'kaas'];
const regions = ['Salland', 'de Veluwe', 'de IJsselvallei', 'de Achterhoek', 'Twente', 'de Kop van Overijssel'];
const crimes = ['Moord', 'Diefstal', 'Brand', 'Verraad', 'Chantage', 'Vermist'];
const scenes = ['in de haven', 'op de markt', 'in het theater', 'aan de Turfsingel', 'op de veerpont', 'bij de sluis'];

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const pairs = (left, right, join) => left.flatMap((a) => right.map((b) => join(a, b)));

/** Genre, its Google category, prices, how many, the titles to choose from, what the back says. */
const genres = [
  [
    'roman',
    '784',
    15,
    26,
    80,
    pairs(things, owners, (a, b) => `${capital(a)} van ${b}`),
    'Een roman over water, familie en wat er niet gezegd werd.',
  ],
  ['verhalen', '784', 14, 22, 30, pairs(verbs, waters, (a, b) => `${a} ${b}`), 'Twaalf verhalen uit het lage land.'],
  [
    'kinderboek',
    '784',
    9,
    17,
    45,
    pairs(animals, adventures, (a, b) => `De ${a} ${b}`),
    'Prentenboek om voor te lezen vanaf vier jaar.',
  ],
  [
    'thriller',
    'Media > Books',
    12,
    22,
    34,
    pairs(crimes, scenes, (a, b) => `${a} ${b}`),
    'Inspecteur Roelien Dijkgraaf slaapt er slecht van.',
  ],
  [
    'kookboek',
    'Media > Books',
    19,
    34,
    16,
    pairs(['Het grote boek van', 'Eenvoudig:'], dishes, (a, b) => `${a} ${b}`),
    'Tachtig recepten met foto’s en zonder moeilijke woorden.',
  ],
  [
    'reisgids',
    'Media > Books',
    14,
    24,
    18,
    pairs(['Wandelen door', 'Fietsen door', 'De mooiste kerken van'], regions, (a, b) => `${a} ${b}`),
    'Met kaarten, routes en koffie onderweg.',
  ],
  [
    'poëzie',
    'Media > Books',
    12,
    19,
    30,
    pairs(
      ['Licht op', 'Oever van', 'Klein lied voor', 'Riet, regen en', 'Onder', 'Elf gedichten over'],
      waters,
      (a, b) => `${a} ${b}`,
    ),
    'Gedichten om hardop te lezen.',
  ],
];

/** What a bookshop sells; invented titles by invented writers. */
export const bookGoods = (() => {
  const random = randomFrom('books');
  let article = 0;
  return genres.flatMap(([noun, category, low, high, count, titles, back]) =>
    random.sample(titles, count).map((title) => {
      article += 1;
      const publisher = random.integer(0, publishers.length - 1);
      const author = `${random.pick(firstNames)} ${random.pick(lastNames)}`;
      return {
        gtin: demonstrationGtin(801 + publisher, article * 11),
        name: `${title} – ${author}`,
        noun,
        variant: '',
        brand: publishers[publisher],
        description: `${back} ${capital(noun)} van ${author}, paperback.`,
        category,
        price: shopPrice(random, low, high),
      };
    }),
  );
})();
