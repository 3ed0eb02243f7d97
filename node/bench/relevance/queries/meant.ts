import { type JudgedQuery, places, products } from '../judged-query.ts';
import { bookshop, electronicsShop, secondHandShop } from '../shops.ts';

const stationer = places('kantoorboekhandel-de-vulpen');
const wineShop = places('wijnhandel-de-kurk');
const penne = products(/\bpenne\b/);

/** Words that stand in other names too, or that others begin with: what is meant comes. */
export const meant: readonly JudgedQuery[] = [
  { q: 'pennen', must: [stationer], never: [penne] },
  { q: 'balpen', must: [stationer], never: [penne] },
  { q: 'tafel', must: [places('woonhuis-het-kabinet')], may: [secondHandShop], never: [products(/ventilator/)] },
  {
    q: 'oortjes',
    must: [products(/\boordopjes\b/i)],
    may: [electronicsShop],
    first: [products(/\boordopjes\b/i)],
  },
  { q: 'vin', must: [wineShop], may: [products(/azijn wijn/i)], never: [products(/vingerverf/i)] },
  // The beginning of a word is one to whoever has not written it out.
  { q: 'schroevendr', must: [products(/schroevendraaier/i)], may: [places('ijzerhandel-spijkerman')] },
  {
    q: '8199 DA',
    must: [],
    may: [places('rijwielhuis-zadelberg', 'grote-kerk'), bookshop],
    never: [products(/./)],
  },
];
