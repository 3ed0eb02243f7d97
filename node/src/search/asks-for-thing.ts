import type { QueryWord } from '../language/language.ts';
import { type SearchView, subjectKinds } from '../project/search-index/search-view.ts';
import type { Whereabouts } from './near.ts';
import { isInName } from './text-search.ts';

const productKind = subjectKinds.indexOf('Product');

const hasProductAll = (view: SearchView, words: readonly QueryWord[]): boolean => {
  const groups = words.map(({ alternatives }) => ({ alternatives }));
  const { count, subjects } = view.match(groups, 'text');
  return subjects.subarray(0, count).some((subject) => view.subjects.kind[subject] === productKind);
};

/**
 * Do words among which a place is named ask for something that has them all? A shop may be called after its town, and a
 * product says its codes in any text; a postcode in the text of a shop is only where it is.
 * @param others those that do not name the place
 */
export const asksForThing = (
  view: SearchView,
  words: readonly QueryWord[],
  others: readonly QueryWord[],
  { from }: Whereabouts,
): boolean => isInName(view, words, others) || (from === 'postcode' && hasProductAll(view, words));
