import { type JudgedQuery, places, products, services } from '../judged-query.ts';
import {
  bakeries,
  bicycleShops,
  departmentStore,
  drugstores,
  hardwareStore,
  kitchenShop,
  paintShop,
  sportsShop,
  supermarket,
} from '../shops.ts';

const atHardwareStore = { soldAt: hardwareStore.keys };
const atDrugstores = { soldAt: drugstores.keys };
const atDepartmentStore = { soldAt: departmentStore.keys };
const atSupermarket = { soldAt: supermarket.keys };

/** What somebody looks for, and the name of the place where: what that place has comes, and nobody else's. */
export const placeAndProduct: readonly JudgedQuery[] = [
  {
    q: 'hamer spijkerman',
    must: [products(/\b(klauw)?hamer\b/i, atHardwareStore)],
    may: [hardwareStore],
    offers: { at: hardwareStore.keys },
  },
  {
    q: 'spijkerman hamer',
    must: [products(/\b(klauw)?hamer\b/i, atHardwareStore)],
    may: [hardwareStore],
    offers: { at: hardwareStore.keys },
  },
  {
    q: 'goedkope hamer bij spijkerman',
    must: [products(/\b(klauw)?hamer\b/i, atHardwareStore)],
    may: [hardwareStore],
    offers: { at: hardwareStore.keys },
  },
  {
    q: 'dubbele drop shampoo',
    must: [products(/\bshampoo\b/i, atDrugstores)],
    may: [drugstores],
    offers: { at: drugstores.keys },
  },
  {
    q: 'shampoo dubbele drop',
    must: [products(/\bshampoo\b/i, atDrugstores)],
    may: [drugstores],
    offers: { at: drugstores.keys },
  },
  {
    q: 'shampoo dubbele drop havenkade',
    must: [products(/\bshampoo\b/i, { soldAt: ['dubbele-drop-havenkade'] })],
    may: [drugstores],
    offers: { at: ['dubbele-drop-havenkade'] },
  },
  {
    q: 'vier winden koekenpan',
    must: [products(/\bkoekenpan\b/i, atDepartmentStore)],
    may: [departmentStore],
    offers: { at: departmentStore.keys },
  },
  {
    q: 'fietspomp bij de vier winden',
    must: [products(/\bfietspomp\b/i, atDepartmentStore)],
    may: [departmentStore],
    offers: { at: departmentStore.keys },
  },
  {
    q: 'fietspomp bij warenhuis de vier winden in waterveen',
    must: [products(/\bfietspomp\b/i, atDepartmentStore)],
    may: [departmentStore],
    offers: { at: departmentStore.keys },
  },
  {
    q: 'fietspomp zadelberg',
    must: [products(/\bfietspomp\b/i, { soldAt: ['rijwielhuis-zadelberg'] })],
    may: [places('rijwielhuis-zadelberg')],
    offers: { at: ['rijwielhuis-zadelberg'] },
  },
  {
    q: 'de korf koffie',
    must: [products(/\bkoffie\b/i, atSupermarket)],
    may: [supermarket],
    offers: { at: supermarket.keys },
  },
  {
    q: 'knippen bij de kuif',
    must: [services('kapsalon-de-kuif.knippen', 'kapsalon-de-kuif.knippen-kind')],
    may: [places('kapsalon-de-kuif')],
  },
  // They have none: whoever has is the next best, and so are they.
  { q: 'shampoo spijkerman', must: [], may: [hardwareStore, products(/\bshampoo\b/i), drugstores] },
  // Words of names that things are called by too are words for those things.
  { q: 'slot ketting', must: [products(/\bkettingslot\b/i)], may: [bicycleShops, products(/slot\b/i), hardwareStore] },
  {
    q: 'startblok fietspomp',
    must: [products(/\bfietspomp\b/i, { soldAt: sportsShop.keys })],
    may: [sportsShop],
    offers: { at: sportsShop.keys },
  },
  {
    q: 'muurverf bij kwast en kleur',
    must: [products(/\bmuurverf\b/i, { soldAt: paintShop.keys })],
    may: [paintShop],
    offers: { at: paintShop.keys },
  },
  {
    q: 'koekenpan de garde',
    must: [products(/\bkoekenpan\b/i, { soldAt: kitchenShop.keys })],
    may: [kitchenShop],
    offers: { at: kitchenShop.keys },
  },
  { q: 'brood bij de halve maan', must: [places('bakkerij-de-halve-maan')], may: [bakeries, products(/brood/i)] },
];
