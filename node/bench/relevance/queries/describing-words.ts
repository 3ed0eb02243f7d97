import { type JudgedQuery, products, productsWith } from '../judged-query.ts';
import {
  bicyclePumps,
  bicycles,
  bicycleShops,
  clothesShop,
  departmentStore,
  drugstores,
  electronicsShop,
  hardwareStore,
  kitchenShop,
  museum,
  secondHandShop,
  shoeShop,
  sportsShop,
} from '../shops.ts';

const televisions = products(/\btelevisie\b/i);
const toothpastes = products(/\btandpasta\b/i);
const toothbrushes = products(/\btandenborstel\b/i);
const dresses = products(/\bjurk\b/i);
const jumpers = products(/\btrui\b/i);
const kidsHelmets = products(/\bkinderhelm\b/i);
const kidsBikes = products(/\bkinderfiets\b/i, { notName: /pedalen/ });
const hammers = products(/\b(klauw)?hamer\b/i);
const fryingPans = products(/\bkoekenpan\b/i);
const shampoos = products(/\bshampoo\b/i);
const vacuumCleaners = products(/\bstofzuiger\b/i);
const puzzles = products(/\b(leg|vloer)?puzzel\b/i);
const bicycleShopsToo = { may: [bicycleShops, secondHandShop, productsWith({ category: /^1026$/ })] };

/** A thing, and a word that nobody has written beside it: what it is comes before what it is like. */
export const describingWords: readonly JudgedQuery[] = [
  { q: 'goedkope televisie', must: [televisions], may: [electronicsShop] },
  { q: 'nieuwe televisie', must: [televisions], may: [electronicsShop] },
  { q: 'samsung televisie', must: [televisions], may: [electronicsShop] },
  { q: 'televisie samsung', must: [televisions], may: [electronicsShop] },
  { q: 'goede grote televisie', must: [televisions], may: [electronicsShop] },
  { q: 'tandpasta sensitive', must: [toothpastes], may: [drugstores] },
  { q: 'mooie tandpasta', must: [toothpastes], may: [drugstores] },
  { q: 'goedkope fiets', must: [bicycles], ...bicycleShopsToo, first: [bicycleShops, bicycles] },
  { q: 'kleine fiets', must: [bicycles], ...bicycleShopsToo, never: [products(/fietskrat/i)] },
  { q: 'gebruikte fiets', must: [bicycles], ...bicycleShopsToo },
  { q: 'gazelle stadsfiets', must: [products(/\bstadsfiets\b/i)], may: [bicycleShops] },
  { q: 'rode stadsfiets', must: [products(/\bstadsfiets\b/i)], may: [bicycleShops] },
  { q: 'kinderfiets roze', must: [kidsBikes], may: [bicycleShops] },
  { q: 'kinderhelm roze', must: [kidsHelmets], may: [bicycleShops] },
  { q: 'fietspomp rood', must: [bicyclePumps], may: [bicycleShops] },
  { q: 'moderne fietspomp', must: [bicyclePumps], may: [bicycleShops] },
  { q: 'jurk rood', must: [dresses], may: [clothesShop] },
  { q: 'mooie rode jurk', must: [dresses], may: [clothesShop] },
  { q: 'oranje jurk', with: { near: 'Waterveen' }, nowhere: true, must: [dresses], may: [clothesShop] },
  { q: 'rode trui', must: [jumpers], may: [clothesShop] },
  { q: 'warme trui', must: [jumpers], may: [clothesShop] },
  { q: 'mooie trui', must: [jumpers], may: [clothesShop] },
  // The one pair of that size is sold out.
  { q: 'schoenen maat 42', must: [products(/^turnschoen/i)], may: [shoeShop] },
  { q: 'grote hamer', must: [hammers], may: [hardwareStore] },
  { q: 'blauwe hamer', must: [hammers], may: [hardwareStore] },
  { q: 'goedkope koekenpan', must: [fryingPans], may: [kitchenShop, departmentStore] },
  { q: 'biologische shampoo', must: [shampoos], may: [drugstores] },
  { q: 'dyson stofzuiger', must: [vacuumCleaners], may: [electronicsShop] },
  { q: 'stille stofzuiger', must: [vacuumCleaners], may: [electronicsShop] },
  { q: 'leuke legpuzzel', must: [products(/\blegpuzzel\b/i)] },
  { q: 'moeilijke puzzel', must: [puzzles] },
  { q: 'nike sportschoenen', must: [shoeShop], may: [sportsShop, products(/schoen/i)] },
  { q: 'goede fietsenmaker', must: [bicycleShops] },
  { q: 'leuk museum', must: [museum], may: [products(/toegangskaart museum/i)] },
  // English, German and French
  { q: 'cheap television', must: [televisions], may: [electronicsShop] },
  { q: 'red dress', must: [dresses], may: [clothesShop] },
  { q: 'new toothbrush', must: [toothbrushes], may: [drugstores] },
  { q: 'good bike shop', must: [bicycleShops] },
  { q: 'günstiger Fernseher', must: [televisions], may: [electronicsShop] },
  { q: 'rotes Kleid', must: [dresses], may: [clothesShop] },
  { q: 'neue Zahnbürste', must: [toothbrushes], may: [drugstores] },
  { q: 'robe rouge', must: [dresses], may: [clothesShop] },
  { q: 'téléviseur pas cher', must: [televisions], may: [electronicsShop] },
  { q: 'brosse à dents bleue', must: [toothbrushes], may: [drugstores] },
  // What nobody has is not found by what it is like.
  { q: 'rode paraplu', must: [] },
  { q: 'goedkope kettingzaag', must: [] },
  { q: 'paraplu groot', must: [] },
  { q: 'blauw skateboard', must: [] },
  { q: 'skateboard voor kinderen', must: [] },
  { q: 'red umbrella', must: [] },
  {
    q: 'douchegel zonder parfum',
    must: [products(/douchegel zonder parfum/i)],
    first: [products(/douchegel zonder parfum/i)],
  },
  {
    q: 'keelpastilles zonder suiker',
    must: [products(/keelpastilles zonder suiker/i)],
    first: [products(/keelpastilles zonder suiker/i)],
  },
  { q: 'babydoekjes zonder parfum', must: [products(/babydoekjes/i)], may: [drugstores] },
];
