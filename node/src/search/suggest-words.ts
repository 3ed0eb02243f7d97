import type { QueryWord } from '../language/language.ts';
import { namesThing } from '../language/names-thing.ts';
import { queryWords } from '../language/query-words.ts';
import { isStopWord } from '../language/stop-words.ts';
import type { SeenThing } from '../project/library.ts';
import { none, type SearchView } from '../project/search-index/search-view.ts';
import { searchRoomLimits } from './limits.ts';
import { seenSubject } from './selection.ts';
import { postingsOf } from './text-search.ts';

const hasAny = ({ vocabulary }: SearchView, { alternatives }: QueryWord): boolean =>
  alternatives.some(({ terms }) => terms.every((term) => vocabulary.subjectsWith(term) > 0));

/** Those of some words that something has together with others. */
const togetherWith = (view: SearchView, others: readonly QueryWord[], words: readonly string[]): readonly string[] => {
  if (others.length === 0) return words;
  const each = postingsOf(others, view.vocabulary);
  let left = searchRoomLimits.suggestPostingsMax;
  return words.filter((word) => {
    left -= each + view.vocabulary.subjectsWith(word);
    const groups = [...others, { alternatives: [{ terms: [word], weight: 1 }] }];
    return left >= 0 && view.match(groups, 'text').count > 0;
  });
};

/** Words for things first: of the others many only stand in descriptions (`komt`). */
const thingsFirst = (words: readonly string[]): readonly string[] =>
  words.toSorted((one, other) => Number(namesThing(other)) - Number(namesThing(one)));

/** Words that the last one may go on as: beside others, those first that something has together with them. */
export const wordsFrom = (view: SearchView, before: string, last: string, limit: number): readonly string[] => {
  if (last === '') return [];
  const words = thingsFirst(
    view.vocabulary.withPrefix(last, searchRoomLimits.suggestionsMax).filter((word) => !isStopWord(word)),
  );
  // Read with the last one: `waar koop ik` only asks, and stands beside nothing.
  const beside =
    before.trim() === '' ? [] : queryWords(before + last, view.vocabulary, { prefixLast: true }).slice(0, -1);
  // What nobody has would be left out of a search, and so would what a thing is like where no such thing is.
  const others = beside.filter((word) => hasAny(view, word));
  const things = others.filter(({ role }) => role !== 'describing');
  const fitting = togetherWith(view, others, words);
  const isEnough = fitting.length >= limit || things.length === others.length;
  return [...new Set([...fitting, ...(isEnough ? [] : togetherWith(view, things, words))])].slice(0, limit);
};

/** A product of each of these brands, by which one can see how it is spelled. */
export const productsOfBrands = (view: SearchView, brands: readonly number[]): readonly SeenThing[] => {
  const first = new Map<number, number>();
  const { brand } = view.subjects;
  for (let subject = 0; subject < view.subjectEnd && first.size < brands.length; subject++) {
    const number = brand[subject] ?? none;
    if (number !== none && brands.includes(number) && !first.has(number)) first.set(number, subject);
  }
  return brands.flatMap((number) => {
    const subject = first.get(number);
    return subject === undefined ? [] : [seenSubject(view, subject)];
  });
};
