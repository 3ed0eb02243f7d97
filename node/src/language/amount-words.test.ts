import { expect, test } from 'vitest';
import { isContainer, isOfPrice } from './amount-words.ts';

test.each(['fles', 'flessen', 'kratje', 'pak', 'bottle', 'flasche', 'bouteille'])('%s holds things', (word) => {
  expect(isContainer(word)).toBe(true);
});

test.each(['wijn', 'tas', 'stoel', 'constructor'])('%s holds nothing', (word) => {
  expect(isContainer(word)).toBe(false);
});

test.each([
  ['onder', '20', true],
  ['onder', 'water', false],
  ['onder', undefined, false],
  ['less', 'than', true],
  ['under', '30', true],
  ['euro', undefined, true],
  ['20', 'euro', false],
])('%s before %s says what it may cost: %s', (word, next, expected) => {
  expect(isOfPrice(word, next)).toBe(expected);
});
