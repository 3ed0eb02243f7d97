import { expect, it } from 'vitest';
import { MemoryChangeLog } from '../../log/memory-change-log.ts';
import type { Candidate } from '../../model/draft.ts';
import type { Row } from '../format.ts';
import { importLimits } from '../limits.ts';
import { type CodeBook, createCodeBook } from './code-book.ts';

const product = (code: string): Candidate => ({
  kind: 'Product',
  id: `/products/shop.${code}`,
  source: 'feed',
  scope: '-',
  data: { id: `/products/shop.${code}`, type: 'Product', sku: code, name: code, source: '/sources/feed' },
  code: { catalogue: 'shop', code },
});

const rowWith = (code: string): Row => ({
  line: 1,
  issues: [],
  drafts: [{ kind: 'Offer', product: { code }, placeKey: 'a', data: {} }],
});

const bookWith = (codes: number): CodeBook => {
  const log = new MemoryChangeLog({ origin: 'https://town.example', clock: { now: () => 1 } });
  const book = createCodeBook(log, 'shop');
  for (let code = 0; code < codes; code++) book.learn(product(`c${code}`));
  return book;
};

it('knows as many codes as its limit, and begins anew with one past it', () => {
  const book = bookWith(importLimits.codesKeptMax);
  expect(book.productOf('c0')).toBe('shop.c0');
  book.learn(product('more'));
  expect(book.productOf('c0')).toBeUndefined();
  expect(book.productOf('more')).toBe('shop.more');
});

it('makes room for the codes of a batch before it looks them up', async () => {
  const book = bookWith(importLimits.codesKeptMax - 1);
  await book.lookUp([rowWith('unknown')]);
  expect(book.productOf('c0')).toBe('shop.c0');
  await book.lookUp([rowWith('unheard')]);
  expect(book.productOf('c0')).toBeUndefined();
});
