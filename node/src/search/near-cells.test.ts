import { expect, it } from 'vitest';
import { ProductCells } from '../project/search-index/cells.ts';
import { noCell } from '../project/search-index/search-view.ts';
import { NearCells } from './near-cells.ts';

it('passes over what is offered elsewhere, search after search', () => {
  const cells = new NearCells();
  cells.add(5);
  cells.add(noCell);
  const products = new ProductCells();
  products.add(0, 5);
  products.add(1, 6);
  products.add(2, 127);
  const mayOffer = (product: number): boolean => cells.mayOffer(products.bits, product);
  expect([0, 1, 2, 3].map(mayOffer)).toEqual([true, false, false, false]);
  cells.clear();
  cells.add(127);
  expect([0, 1, 2, 3].map(mayOffer)).toEqual([false, false, true, false]);
});
