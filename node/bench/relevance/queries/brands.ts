import { type JudgedQuery, places, products, productsWith } from '../judged-query.ts';
import {
  bicycleShops,
  bookshop,
  clothesShop,
  drugstores,
  electronicsShop,
  hardwareStore,
  kitchenShop,
  paintShop,
  sportsShop,
  supermarket,
  toyShop,
} from '../shops.ts';

/** Brands alone, and brands with a product, in either order. */
export const brands: readonly JudgedQuery[] = [
  { q: 'Veenrijder', must: [productsWith({ brand: 'Veenrijder' })], may: [bicycleShops, sportsShop] },
  { q: 'lichtspaak stadsfiets', must: [products(/\bstadsfiets\b/i, { brand: 'Lichtspaak' })] },
  {
    q: 'Veenrijder fiets',
    must: [products(/\b(stads|elektrische |kinder|bak)fiets\b/i, { brand: 'Veenrijder', notName: /pedalen/ })],
    may: [bicycleShops],
  },
  {
    q: 'Pannelust',
    must: [productsWith({ brand: 'Pannelust' })],
    may: [kitchenShop, places('warenhuis-de-vier-winden')],
  },
  { q: 'pannelust koekenpan', must: [products(/\bkoekenpan\b/i, { brand: 'Pannelust' })] },
  { q: 'koekenpan pannelust', must: [products(/\bkoekenpan\b/i, { brand: 'Pannelust' })] },
  { q: 'schuimveen shampoo', must: [products(/\bshampoo\b/i, { brand: 'Schuimveen' })] },
  { q: 'tandpasta tandelaar', must: [products(/\btandpasta\b/i, { brand: 'Tandelaar' })] },
  { q: 'Boorlust', must: [productsWith({ brand: 'Boorlust' })] },
  { q: 'klinkvaster', must: [productsWith({ brand: 'Klinkvaster' })], may: [hardwareStore] },
  {
    q: 'Turf & Inkt',
    must: [productsWith({ brand: 'Turf & Inkt' })],
    may: [bookshop, places('kantoorboekhandel-de-vulpen')],
  },
  {
    q: 'turf en inkt',
    must: [productsWith({ brand: 'Turf & Inkt' })],
    may: [bookshop, places('kantoorboekhandel-de-vulpen')],
  },
  { q: 'uitgeverij veenlamp', must: [productsWith({ brand: 'Uitgeverij Veenlamp' })], may: [bookshop] },
  { q: 'Regenlust regenjas', must: [products(/\bregenjas\b/i, { brand: 'Regenlust' })], may: [clothesShop] },
  { q: 'Wolwaard', must: [productsWith({ brand: 'Wolwaard' })], may: [clothesShop] },
  { q: 'nijpveen muurverf', must: [products(/\bmuurverf\b/i, { brand: 'Nijpveen' })], may: [paintShop] },
  {
    q: 'kabelaar',
    must: [productsWith({ brand: 'Kabelaar' })],
    may: [electronicsShop, places('telefoonhulp-waterveen', 'computerhoek-de-muis')],
  },
  { q: 'blokkabo', must: [productsWith({ brand: 'Blokkaboe' })], may: [toyShop] },
  { q: 'Zeepwaard handzeep', must: [products(/\bhandzeep\b/i, { brand: 'Zeepwaard' })], may: [drugstores] },
  {
    q: 'tandpasta',
    with: { brand: 'Haarveen' },
    must: [products(/\btandpasta\b/i, { brand: 'Haarveen' })],
    never: [productsWith({ brand: 'Kruidelaar' }), productsWith({ brand: 'Tandelaar' })],
  },
  {
    with: { brand: 'Gardeveen' },
    must: [productsWith({ brand: 'Gardeveen' })],
    may: [places('warenhuis-de-vier-winden')],
  },
  {
    q: 'Schuimveen',
    with: { type: 'place' },
    must: [supermarket, places('warenhuis-de-vier-winden')],
    may: [drugstores],
  },
];
