import { type JudgedQuery, events, places, products, productsWith, services } from '../judged-query.ts';
import {
  allBooks,
  bakeries,
  bicycles,
  bicycleShops,
  bookshop,
  cheeseShop,
  clothesShop,
  delicatessen,
  departmentStore,
  drugstores,
  electronicsShop,
  gardenCentre,
  hardwareStore,
  kitchenShop,
  library,
  market,
  paintShop,
  petShop,
  secondHandShop,
  sportsShop,
  supermarket,
  toyShop,
} from '../shops.ts';

const hammers = products(/\b(klauw)?hamer\b/i);
const knives = products(/koksmes|schilmesje/i);
const lamps = products(/\b(led|zak|bureau|kop)lamp\b/i);
const paints = products(/\b(muur|buiten|grond)verf\b/i);
const balls = products(/\bbal\b/i);
const pans = products(/\b(koeken|steel|kook|braad)pan\b/i);

/** One word: singular, plural or diminutive, of things that shops list. */
export const words: readonly JudgedQuery[] = [
  { q: 'hamer', must: [hammers], may: [hardwareStore] },
  { q: 'hamers', must: [hammers], may: [hardwareStore] },
  { q: 'hamertje', must: [hammers], may: [hardwareStore] },
  { q: 'shampoo', must: [products(/\bshampoo\b/i)], may: [drugstores] },
  { q: 'tandenborstels', must: [products(/\btandenborstel\b/i)], may: [drugstores] },
  { q: 'Tandpasta', must: [products(/\btandpasta\b/i)], may: [drugstores] },
  {
    q: 'boeken',
    must: [bookshop],
    may: [library, secondHandShop, allBooks, places('kantoorboekhandel-de-vulpen'), products(/boekje\b/i)],
  },
  { q: 'sok', must: [products(/\bsokken\b/i)], may: [clothesShop] },
  { q: 'truien', must: [products(/\btrui\b/i)], may: [clothesShop] },
  { q: 'jurken', must: [products(/\bjurk\b/i)], may: [clothesShop] },
  {
    q: 'broek',
    must: [products(/broek\b/i)],
    may: [clothesShop, services('kleermakerij-de-naald.broek-inkorten', 'kleermakerij-de-naald.rits')],
  },
  { q: 'mutsen', must: [products(/\bmuts\b/i)], may: [clothesShop] },
  { q: 'sjaals', must: [products(/\bsjaal\b/i)], may: [clothesShop] },
  {
    q: 'lampen',
    must: [lamps],
    may: [
      places('verkeerd-om'),
      electronicsShop,
      products(/achterlicht/i),
      events('reparatiecafe-waterveen.reparatieochtend-2027-02-13'),
    ],
  },
  {
    q: 'lampje',
    must: [lamps],
    may: [
      places('verkeerd-om'),
      electronicsShop,
      products(/achterlicht/i),
      events('reparatiecafe-waterveen.reparatieochtend-2027-02-13'),
    ],
  },
  {
    q: 'verf',
    must: [paints, paintShop],
    may: [
      hardwareStore,
      products(/\b(lak|tuinbeits|vingerverf|haarverf)\b/i),
      services('verfwinkel-kwast-en-kleur.verf-mengen'),
      productsWith({ category: /Paint$/ }),
    ],
  },
  {
    q: 'koffie',
    must: [products(/\bkoffie\b/i)],
    may: [
      delicatessen,
      places('koffiehuis-de-bonenmolen', 'cafe-de-sluiswachter'),
      events('provisiekamer.proeverij-2027-11-13'),
    ],
  },
  { q: 'thee', must: [products(/\b(kruiden)?thee\b/i)], may: [delicatessen, places('natuurwinkel-de-klaver')] },
  {
    q: 'kaas',
    must: [products(/kaas\b/i, { soldAt: ['kaashandel-de-wrongel'] }), cheeseShop],
    may: [market, products(/: kaas|van kaas/)],
  },
  { q: 'brood', must: [products(/brood\b/i, { notName: /(boek|Eenvoudig)/ })], may: [bakeries, products(/brood –/)] },
  {
    q: 'brood Waterveen',
    nowhere: true,
    must: [products(/brood\b/i, { notName: /(boek|Eenvoudig)/ })],
    may: [bakeries, products(/brood –/)],
  },
  { q: 'puzzels', must: [products(/\b(leg|vloer)?puzzel\b/i)], may: [toyShop] },
  { q: 'knuffels', must: [products(/\bknuffel\b/i)], may: [toyShop] },
  { q: 'bal', must: [balls], may: [toyShop, sportsShop] },
  { q: 'balletje', must: [balls], may: [toyShop, sportsShop] },
  { q: 'vliegers', must: [products(/\bvlieger\b/i)], may: [toyShop] },
  { q: 'poppen', must: [products(/\bpop\b/i)], may: [toyShop] },
  { q: 'pannen', must: [pans], may: [kitchenShop, departmentStore] },
  { q: 'messen', must: [knives], may: [kitchenShop, products(/scheermesjes/i)] },
  { q: 'mesje', must: [knives], may: [kitchenShop, products(/scheermesjes/i)] },
  { q: 'luier', must: [products(/\bluiers\b/i)], may: [drugstores, supermarket] },
  { q: 'pleister', must: [products(/pleisters\b/i)], may: [drugstores, places('apotheek-de-vijzel')] },
  {
    q: 'batterij',
    must: [products(/\bbatterijen\b/i, { notName: /op batterijen/ })],
    may: [
      electronicsShop,
      products(/op batterijen/),
      services('juwelier-het-uurwerk.horlogebatterij', 'telefoonhulp-waterveen.batterij-telefoon'),
      places('juwelier-het-uurwerk'),
    ],
  },
  {
    q: 'wasmachines',
    must: [products(/\bwasmachine\b/i)],
    may: [electronicsShop, services('wasserette-de-trommel.wassen'), places('wasserette-de-trommel')],
  },
  { q: 'drop', must: [products(/\bdrop\b/i)], may: [drugstores] },
  { q: 'spiegels', must: [products(/^spiegel/i)], may: [secondHandShop] },
  { q: 'kwasten', must: [products(/\bkwast\b/i)], may: [paintShop, hardwareStore] },
  { q: 'ladders', must: [products(/\bladder\b/i)], may: [hardwareStore] },
  {
    q: 'emmertje',
    must: [products(/\bemmer\b/i, { notName: /blokken/ })],
    may: [hardwareStore, products(/blokken in een emmer/)],
  },
  { q: 'gieters', must: [products(/\bgieter\b/i)], may: [gardenCentre] },
  { q: 'mok', must: [products(/\bmok\b/i)], may: [kitchenShop] },
  { q: 'mokken', must: [products(/\bmok\b/i)], may: [kitchenShop] },
  { q: 'zaad', must: [products(/\bzaden\b/i)], may: [gardenCentre] },
  { q: 'fietsen', must: [bicycles], may: [bicycleShops, products(/loopfiets/i), places('reparatiecafe-waterveen')] },
  { q: 'riem', must: [products(/hondenriem/i)], may: [petShop] },
  { q: 'tv', must: [products(/\btelevisie\b/i)], may: [electronicsShop] },
];
