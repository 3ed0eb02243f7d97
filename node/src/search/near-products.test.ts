import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { cellCount, ProductCells } from '../project/search-index/cells.ts';
import { none } from '../project/search-index/search-view.ts';
import { NearCells } from './near-cells.ts';
import { NearProducts, stepBit } from './near-products.ts';
import { SubjectTexts } from './subject-texts.ts';

const nearness = fc.integer({ min: 0, max: 100 }).map((value) => value / 100);
/** Locations: the cell of each, and how near it is; 0 for those that are not near. */
const around = fc.array(fc.record({ cell: fc.nat({ max: cellCount - 1 }), nearness }), { minLength: 1, maxLength: 20 });
/** At which locations each product is offered: in order of the products, and since. */
const places = fc.array(fc.nat({ max: 19 }), { maxLength: 40 });
const products = fc.array(fc.record({ inOrder: places, since: fc.array(fc.nat({ max: 19 }), { maxLength: 2 }) }), {
  maxLength: 20,
});

/** What an index says of such products, of which the last so many came since it was put in order. */
const viewOf = (
  offered: readonly { readonly inOrder: readonly number[]; readonly since: readonly number[] }[],
  newProducts: number,
  locationOf: (place: number) => number,
  cellOf: (location: number) => number,
) => {
  const inOrder = offered.slice(0, offered.length - newProducts).map(({ inOrder: at }) => at.map(locationOf));
  const since = offered.map(({ inOrder: at, since: later }, product) =>
    [...(product < inOrder.length ? [] : at), ...later].map(locationOf),
  );
  const offerStarts = Uint32Array.from([
    0,
    ...inOrder.map((_, product) => inOrder.slice(0, product + 1).flat().length),
  ]);
  const baseEnd = inOrder.flat().length;
  const newer = since.flatMap((locations, product) => locations.map((location) => ({ product, location })));
  const cells = new ProductCells();
  cells.reserve(offered.length);
  for (const [product, locations] of [...inOrder.entries(), ...since.entries()])
    for (const location of locations) cells.add(product, cellOf(location));
  const lastBefore = (product: number, end: number): number => {
    const at = newer.findLastIndex((offer, index) => index < end && offer.product === product);
    return at < 0 ? none : baseEnd + at;
  };
  return {
    offers: { location: Uint32Array.from([...inOrder.flat(), ...newer.map(({ location }) => location)]) } as never,
    offerStarts,
    offerEnd: baseEnd + newer.length,
    newestOffer: (product: number) => lastBefore(product, newer.length),
    offerBefore: (offer: number) => lastBefore(newer[offer - baseEnd]?.product ?? none, offer - baseEnd),
    productCells: cells.bits,
    /** Where each product is offered. */
    locations: offered.map((_, product) => [...(inOrder[product] ?? []), ...(since[product] ?? [])]),
  };
};

it('takes the products that are offered near, and says how near within a step, search after search', () => {
  const picked = new NearProducts();
  const cells = new NearCells();
  fc.assert(
    fc.property(around, products, fc.nat({ max: 3 }), (locations, offered, newest) => {
      const newProducts = Math.min(newest, offered.length);
      const view = viewOf(
        offered,
        newProducts,
        (place) => place % locations.length,
        (location) => locations[location]?.cell ?? 0,
      );
      cells.clear();
      for (const { cell, nearness: near } of locations) if (near > 0) cells.add(cell);
      const bits = Uint32Array.from(locations, ({ nearness: near }) => (near > 0 ? stepBit(near) : 0));
      const texts = new SubjectTexts();
      texts.start(offered.length);
      for (const product of offered.keys()) texts.add(product, 1 / (product + 1));
      picked.takeNear(texts, cells, bits, view);

      const nearest = view.locations.map((at) => Math.max(0, ...at.map((one) => locations[one]?.nearness ?? 0)));
      const near = [...offered.keys()].filter((product) => (nearest[product] ?? 0) > 0);
      expect([...picked.products.subarray(0, picked.count)]).toEqual(near);
      for (const [at, product] of near.entries()) {
        expect(picked.texts[at]).toBe(1 / (product + 1));
        const more = (picked.nearness[at] ?? 0) - (nearest[product] ?? 0);
        expect(more).toBeGreaterThanOrEqual(0);
        expect(more).toBeLessThanOrEqual(1 / 32);
      }
    }),
  );
});

it('takes all products where nobody has measured who is near', () => {
  const texts = new SubjectTexts();
  texts.start(3);
  texts.add(7, 0.5);
  texts.add(2, 0.25);
  const picked = new NearProducts();
  picked.takeAll(texts, 0.75);
  expect([...picked.products.subarray(0, picked.count)]).toEqual([7, 2]);
  expect([...picked.texts.subarray(0, 2), ...picked.nearness.subarray(0, 2)]).toEqual([0.5, 0.25, 0.75, 0.75]);
});
