import { type JudgedQuery, places, products, productsWith } from '../judged-query.ts';
import {
  allBooks,
  bakeries,
  bicyclePumps,
  bicycleShops,
  bookshop,
  departmentStore,
  drugstores,
  library,
  museum,
  sportsShop,
  supermarket,
} from '../shops.ts';

/** Sunday, in the afternoon and in the evening; Monday morning; the small hours. */
const sundayAfternoon = '2026-11-22T13:00:00+01:00';
const sundayEvening = '2026-11-22T19:00:00+01:00';
const mondayMorning = '2026-11-23T10:00:00+01:00';
const night = '2026-11-24T03:00:00+01:00';

/** The same questions with a time, a price, a place, or what one is not going to wait for. */
export const filters: readonly JudgedQuery[] = [
  {
    q: 'fietspomp',
    with: { open: sundayAfternoon },
    must: [bicyclePumps],
    may: [departmentStore],
    never: [bicycleShops],
    offers: { at: ['warenhuis-de-vier-winden'] },
  },
  {
    q: 'fietspomp',
    with: { open: mondayMorning },
    must: [bicyclePumps],
    may: [places('fietsenmakerij-de-ketting'), sportsShop],
    offers: { notAt: ['rijwielhuis-zadelberg', 'warenhuis-de-vier-winden', 'kringloop-de-tweede-ronde'] },
  },
  {
    q: 'shampoo',
    with: { open: sundayEvening },
    must: [products(/\bshampoo\b/i)],
    may: [supermarket, drugstores],
    offers: { notAt: ['dubbele-drop-kerkstraat', 'warenhuis-de-vier-winden'] },
  },
  { q: 'drogist', with: { open: sundayAfternoon }, must: [drugstores], may: [supermarket, departmentStore] },
  { q: 'bakker', with: { open: 'now' }, must: [bakeries] },
  { q: 'bakker', with: { open: mondayMorning }, must: [] },
  { q: 'boekwinkel', with: { open: sundayAfternoon }, must: [bookshop], never: [library] },
  // Nobody says when it is open: unknown is not closed.
  {
    q: 'restaurant',
    with: { open: 'now' },
    must: [places('restaurant-het-rietland')],
    may: [places('snackbar-de-gouden-punt')],
  },
  { with: { kind: 'tourism=museum', open: '2026-12-25T12:00:00+01:00' }, must: [] },
  { with: { kind: 'tourism=museum', open: '2026-12-27T12:00:00+01:00' }, must: [museum] },
  {
    q: 'tankstation',
    with: { open: night },
    must: [places('tankstation-veenweg')],
    may: [{ type: 'parcel-point', keys: ['tankstation-veenweg'] }],
  },
  { q: 'supermarkt', with: { open: night }, must: [] },
  // Closed for works from 4 to 18 January.
  { with: { kind: 'amenity=restaurant', open: '2027-01-10T19:00:00+01:00' }, must: [] },
  { q: 'fietspomp', with: { priceMax: '18.00' }, must: [bicyclePumps], may: [bicycleShops], offers: { priceMax: 18 } },
  {
    q: 'fietspomp',
    with: { availability: 'in-stock' },
    must: [bicyclePumps],
    may: [bicycleShops],
    offers: { inStock: true },
  },
  {
    q: 'stadsfiets',
    with: { availability: 'in-stock' },
    must: [products(/\bstadsfiets\b/i)],
    may: [bicycleShops],
    offers: { inStock: true },
  },
  { q: 'koekenpan', with: { priceMax: '20' }, must: [products(/\bkoekenpan\b/i)], offers: { priceMax: 20 } },
  {
    q: 'fietspomp',
    with: { type: 'place' },
    must: [places('rijwielhuis-zadelberg')],
    may: [bicycleShops, departmentStore],
  },
  { q: 'otter', with: { type: 'product' }, must: [products(/\botter\b/i)] },
  {
    q: 'kaas',
    with: { near: '8199 DB' },
    nowhere: true,
    must: [products(/kaas\b/i, { soldAt: ['kaashandel-de-wrongel'] }), places('kaashandel-de-wrongel')],
    may: [places('weekmarkt'), products(/: kaas|van kaas/)],
  },
  {
    q: 'bakker',
    with: { near: '8199ca', radius: '100' },
    nowhere: true,
    must: [places('bakkerij-korenaar')],
    may: [bakeries],
    first: [places('bakkerij-korenaar')],
  },
  {
    q: 'bakker',
    with: { near: '8199 JA', radius: '100' },
    nowhere: true,
    must: [places('bakkerij-de-halve-maan')],
    may: [bakeries],
    first: [places('bakkerij-de-halve-maan')],
  },
  { q: 'drogist', with: { near: 'Waterveen' }, nowhere: true, must: [drugstores], may: [supermarket, departmentStore] },
  { q: 'drogist', with: { near: 'waterveen' }, nowhere: true, must: [drugstores], may: [supermarket, departmentStore] },
  { q: 'drogist', nowhere: true, must: [drugstores], may: [supermarket, departmentStore] },
  // Beside the shop on the quay, and the other within the radius too.
  {
    q: 'drogist',
    with: { lat: '52.42415', lon: '6.01980', radius: '600' },
    must: [drugstores],
    may: [supermarket, departmentStore],
    first: [places('dubbele-drop-havenkade')],
  },
  // A hundred kilometres away: what there is lies too far to walk, or to be shown.
  { q: 'drogist', with: { lat: '51.44', lon: '5.47', radius: '5000' }, must: [] },
  {
    q: 'fietspomp',
    with: { fulfilment: 'reserve' },
    must: [bicyclePumps],
    may: [bicycleShops],
    offers: { fulfilment: 'Reserve' },
  },
];

/** By Google's categories. */
export const categories: readonly JudgedQuery[] = [
  { with: { category: '784' }, must: [allBooks] },
  { with: { category: 'Media > Books' }, must: [allBooks] },
  { with: { category: 'Health & Beauty' }, must: [productsWith({ category: /^(Health & Beauty|2915|473)/ })] },
  {
    with: { category: 'Baby & Toddler > Diapering' },
    must: [productsWith({ category: /^Baby & Toddler > Diapering/ })],
  },
  { with: { category: '1604' }, must: [productsWith({ category: /^1604$/ })] },
  { q: 'blauw', with: { category: '1604' }, must: [products(/marineblauw/)] },
];
