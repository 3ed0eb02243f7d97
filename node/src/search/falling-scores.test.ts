import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { FallingScores } from './falling-scores.ts';
import { NearProducts } from './near-products.ts';
import { scoreMax } from './ranking.ts';
import { SubjectTexts } from './subject-texts.ts';

const text = fc.double({ min: Number.MIN_VALUE, max: 1, noNaN: true });
const nearness = text;
const found = fc.array(text, { maxLength: 300 });
/** Scores that differ by less may come in any order. */
const step = 1 / 64;
const byNumber = (one: number, other: number): number => one - other;

/** Products by number, all as near as that. */
const picked = (fits: readonly number[], nearnessMax: number): NearProducts => {
  const texts = new SubjectTexts();
  texts.start(fits.length);
  for (const [product, fit] of fits.entries()) texts.add(product, fit);
  const products = new NearProducts();
  products.takeAll(texts, nearnessMax);
  return products;
};

it('visits all by what they can score at most, search after search', () => {
  const order = new FallingScores();
  fc.assert(
    fc.property(found, nearness, (fits, nearnessMax) => {
      const scoreOf = (product: number): number => scoreMax(fits[product] ?? 0, nearnessMax);
      const visited: number[] = [];
      order.visit(
        picked(fits, nearnessMax),
        () => true,
        (product, fit) => {
          expect(fit).toBe(fits[product]);
          visited.push(product);
        },
      );
      expect(visited.toSorted(byNumber)).toEqual([...fits.keys()]);
      const rising = visited.filter(
        (product, at) => scoreOf(product) - scoreOf(visited[at - 1] ?? product) >= step + Number.EPSILON,
      );
      expect(rising).toEqual([]);
    }),
  );
});

it('visits what may come, and nothing else', () => {
  fc.assert(
    fc.property(found, nearness, fc.double({ min: 0, max: 1, noNaN: true }), (fits, nearnessMax, least) => {
      const visited: number[] = [];
      new FallingScores().visit(
        picked(fits, nearnessMax),
        (most) => most >= least,
        (product) => {
          visited.push(product);
        },
      );
      const comes = [...fits.keys()].filter((product) => scoreMax(fits[product] ?? 0, nearnessMax) >= least);
      expect(visited.toSorted(byNumber)).toEqual(comes);
    }),
  );
});
