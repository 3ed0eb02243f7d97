import { expect, it } from 'vitest';
import { queryWords } from '../../language/query-words.ts';
import { createWordFinder } from './word-finder.ts';

const everywhere = { subjectsWith: () => 1, withPrefix: () => [], near: () => [] };
const finder = (typed: string) => createWordFinder(queryWords(typed, everywhere, { prefixLast: false }), 'nl');

it('tells people words, never stems', () => {
  const [found] = finder('boormachine').find('Nijpveen klopboormachine 850 W');
  expect(found).toEqual({ word: 'boormachine', how: 'synonym', as: 'klopboormachine' });
  expect(finder('tv').find({ nl: 'Televisie 40 inch' })).toEqual([{ word: 'tv', how: 'synonym', as: 'televisie' }]);
  expect(finder('lampen').find('Lamp')).toEqual([{ word: 'lampen', how: 'itself' }]);
});
