import { type JudgedQuery, products, places, services } from '../judged-query.ts';
import {
  bicyclePumps,
  bicycleShops,
  cheeseShop,
  delicatessen,
  departmentStore,
  hardwareStore,
  kitchenShop,
  market,
  paintShop,
  supermarket,
} from '../shops.ts';

const wineShop = places('wijnhandel-de-kurk');
const coffeePlaces = places('koffiehuis-de-bonenmolen', 'cafe-de-sluiswachter');

/** A size, a number, a colour or a kind with the thing: the others are not what was asked. */
export const sizes: readonly JudgedQuery[] = [
  { q: 'binnenband 28 inch', must: [products(/\bbinnenband 28 inch\b/i)] },
  { q: 'koekenpan 28 cm', must: [products(/\bkoekenpan 28 cm\b/i)] },
  { q: 'regenjas maat M', must: [products(/\bregenjas .*maat M\b/i)] },
  { q: 'muurverf wit 10 liter', must: [products(/\bmuurverf wit 10 liter\b/i)] },
  { q: 'schroevendraaier PH2', must: [products(/\bschroevendraaier kruis PH2\b/i)] },
  { q: 'batterijen AAA', must: [products(/\bbatterijen AAA\b/i)] },
  { q: 'AAA batterij', must: [products(/\bbatterijen AAA\b/i)] },
  { q: 'ledlamp E27', must: [products(/\bledlamp E27\b/i)] },
  { q: 'houtschroeven 4 x 40', must: [products(/\bhoutschroeven 4 x 40\b/i)] },
  { q: 'houtschroeven 4x40', must: [products(/\bhoutschroeven 4 x 40\b/i)] },
  { q: 'wasmiddel kleur', must: [products(/\bwasmiddel kleur\b/i)] },
  { q: 'wasverzachter 1,5 liter', must: [products(/\bwasverzachter 1,5 liter\b/i)] },
  { q: 'usb stick 128GB', must: [products(/\busb-stick 128 GB\b/i)] },
  { q: 'powerbank 20000 mah', must: [products(/\bpowerbank 20000 mAh\b/i)] },
  { q: '55 inch tv', must: [products(/\btelevisie 55 inch\b/i)] },
  { q: 'jurk maat 38', must: [products(/\bjurk .*maat 38\b/i)] },
  { q: 'luiers maat 4', must: [products(/\bluiers maat 4\b/i)] },
  { q: 'zonnebrand factor 50', must: [products(/\bzonnebrand factor 50\b/i)] },
  { q: 'bier alcoholvrij', must: [products(/\bbier alcoholvrij\b/i)] },
  { q: 'alcoholvrij biertje', must: [products(/\bbier alcoholvrij\b/i)] },
  { q: 'koffiebonen', must: [products(/\bkoffie bonen\b/i)] },
  { q: 'zwarte mascara', must: [products(/\bmascara zwart\b/i)] },
  { q: 'blauwe mok', must: [products(/\bmok blauw\b/i)] },
  { q: 'oude kaas', must: [products(/\boude kaas\b/i)] },
  { q: 'legpuzzel 1000 stukjes', must: [products(/\blegpuzzel .*1000 stukjes\b/i)] },
  { q: 'leesbril +2', must: [products(/\bleesbril \+2,0/i)], may: [products(/\bleesbril\b/i)] },
  // What holds it, or how much it may cost: not what it is.
  { q: 'fles wijn', must: [wineShop], may: [products(/azijn wijn/i)] },
  { q: 'bottle of wine', must: [wineShop], may: [products(/azijn wijn/i)] },
  { q: 'Flasche Wein', must: [wineShop], may: [products(/azijn wijn/i)] },
  { q: 'pak koffie', must: [products(/\bkoffie\b/i)], may: [delicatessen, supermarket, coffeePlaces] },
  {
    q: 'kilo kaas',
    must: [products(/kaas\b/i, { soldAt: ['kaashandel-de-wrongel'] })],
    may: [cheeseShop, market, products(/: kaas|van kaas/)],
  },
  {
    q: 'blik verf',
    must: [products(/\b(muur|buiten|grond|vinger|haar)verf\b/i)],
    may: [
      paintShop,
      hardwareStore,
      products(/\b(lak|tuinbeits)\b/i),
      services('verfwinkel-kwast-en-kleur.verf-mengen'),
    ],
  },
  { q: 'pot jam', must: [products(/\bjam\b/i)], may: [delicatessen] },
  { q: 'krat bier', must: [products(/\bbier\b/i)], may: [wineShop, supermarket, delicatessen] },
  { q: 'fietspomp onder 20 euro', must: [bicyclePumps], may: [bicycleShops, departmentStore] },
  { q: 'fietspomp onder de 20 euro', must: [bicyclePumps], may: [bicycleShops, departmentStore] },
  { q: 'koekenpan tot 25 euro', must: [products(/\bkoekenpan\b/i)], may: [kitchenShop, departmentStore] },
  { q: 'frying pan under 30 euros', must: [products(/\bkoekenpan\b/i)], may: [kitchenShop, departmentStore] },
  // What holds nothing here is what is looked for.
  { q: 'stroopwafels blik', must: [products(/stroopwafels blik/i)], first: [products(/stroopwafels blik/i)] },
];
