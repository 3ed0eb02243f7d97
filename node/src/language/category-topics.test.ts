import { expect, test } from 'vitest';
import { topicTerms } from './category-topics.ts';
import { topicMark } from './language.ts';

test.each([
  ['3618', ['fiets']],
  ['Sporting Goods > Outdoor Recreation > Cycling > Bicycle Accessories', ['fiets']],
  ['Animals & Pet Supplies > Pet Supplies > Dog Supplies > Dog Beds', ['hond']],
  // A bicycle is for nothing else, and a number is no part of another.
  ['1026', []],
  ['36180', []],
  [undefined, []],
])('what is in %s is for %j', (category, words) => {
  expect(topicTerms(category).map(({ term }) => term)).toEqual(words.map((word) => topicMark + word));
});
