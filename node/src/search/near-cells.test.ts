import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { cellCount, ProductCells } from '../project/search-index/cells.ts';
import { noCell } from '../project/search-index/search-view.ts';
import { NearCells } from './near-cells.ts';
import { SubjectTexts } from './subject-texts.ts';

const cell = fc.nat({ max: cellCount - 1 });
const nearness = fc.integer({ min: -100, max: 100 }).map((value) => value / 100);
const places = fc.array(fc.record({ cell, nearness }), { maxLength: 20 });
/** Where each product is offered: places by number, of those that there are. */
const offered = fc.array(fc.array(fc.nat({ max: 19 }), { maxLength: 4 }), { maxLength: 20 });

it('never passes over a product that is offered near enough, search after search', () => {
  const cells = new NearCells();
  const [found, picked] = [new SubjectTexts(), new SubjectTexts()];
  fc.assert(
    fc.property(places, offered, fc.nat({ max: 110 }), (around, offers, percent) => {
      const nearnessMin = percent / 100;
      cells.clear();
      for (const place of around) cells.add(place.cell, place.nearness);
      cells.add(noCell, 1);
      cells.finish();
      const products = new ProductCells();
      products.reserve(offers.length);
      found.start(offers.length);
      for (const [product, at] of offers.entries()) {
        found.add(product, 1 / (product + 1));
        for (const place of at) products.add(product, around[place]?.cell ?? 0);
      }
      cells.pick(found, products.bits, picked);
      const left = new Set(picked.found.subarray(0, picked.count));
      const nearest = offers.map((at) => Math.max(0, ...at.map((place) => around[place]?.nearness ?? 0)));
      const nearerThan = (least: number): number[] => [...nearest.keys()].filter((one) => (nearest[one] ?? 0) > least);
      expect(nearerThan(0).filter((product) => !left.has(product))).toEqual([]);
      const passedOver = (product: number): boolean => !cells.mayOffer(products.bits, product, nearnessMin);
      expect(nearerThan(nearnessMin).filter(passedOver)).toEqual([]);
      for (let index = 0; index < picked.count; index++)
        expect(picked.texts[index]).toBe(1 / ((picked.found[index] ?? -1) + 1));
    }),
  );
});

it('passes over what is offered elsewhere, or not near enough', () => {
  const cells = new NearCells();
  cells.add(5, 0.4);
  cells.finish();
  const products = new ProductCells();
  products.add(0, 5);
  products.add(1, 6);
  const mayOffer = (product: number, nearnessMin: number): boolean =>
    cells.mayOffer(products.bits, product, nearnessMin);
  expect([mayOffer(0, 0.39), mayOffer(0, 0.45), mayOffer(1, 0), mayOffer(2, 0)]).toEqual([true, false, false, false]);
  cells.clear();
  cells.finish();
  expect(mayOffer(0, 0)).toBe(false);
});
