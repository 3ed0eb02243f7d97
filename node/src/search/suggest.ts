import { type SearchSuggestions, searchAnswerVersion } from '@openstraat/spec';
import { foldText } from '../language/fold.ts';
import type { Library, SeenThing } from '../project/library.ts';
import { none, type SearchView, subjectKinds } from '../project/search-index/search-view.ts';
import type { DocumentReader } from './document-reader.ts';
import { kindWords, tagsOfKind } from './kind-filter.ts';
import { searchRoomLimits } from './limits.ts';
import { findNamed, nameOf } from './suggest-names.ts';

type Suggestion = SearchSuggestions['suggestions'][number];

/** The first text in a sorted list that is not before `prefix`. */
const firstAtOrAfter = (sorted: readonly string[], prefix: string): number => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
};

const placeKind = subjectKinds.indexOf('Place');

/** Kinds of the places that are here, by tag. */
const tagsHere = ({ locations, locationEnd, subjects, categories }: SearchView): ReadonlySet<string> => {
  const numbers = new Set<number>();
  for (let location = 0; location < locationEnd; location++) {
    const subject = locations.subject[location] ?? none;
    if (subject !== none && subjects.kind[subject] === placeKind) numbers.add(subjects.category[subject] ?? none);
  }
  return new Set([...numbers].flatMap((number) => categories[number] ?? []));
};

/** Words for kinds that some place here is of. */
const kindsFrom = (view: SearchView, prefix: string, limit: number): readonly string[] => {
  const found: string[] = [];
  let here: ReadonlySet<string> | undefined;
  for (let at = firstAtOrAfter(kindWords, prefix); found.length < limit; at++) {
    const word = kindWords[at];
    if (word?.startsWith(prefix) !== true) break;
    here ??= tagsHere(view);
    if ([...tagsOfKind(word)].some((tag) => here?.has(tag))) found.push(word);
  }
  return found;
};

/** What suggestions are made from, besides an index. */
export interface SuggestContext {
  readonly library: Library;
  readonly reader: DocumentReader;
  /** Language in which a name is told that has several. */
  readonly language: string;
}

/** Says how what was typed could go on: kinds of place, brands and names as a whole, else the last word. */
export const suggest = async (
  view: SearchView,
  typed: string,
  limit: number,
  { library, reader, language }: SuggestContext,
): Promise<SearchSuggestions> => {
  const most = Math.min(limit, searchRoomLimits.suggestionsMax);
  const each = Math.min(most, searchRoomLimits.suggestionsOfOneTypeMax);
  const text = foldText(typed.slice(0, searchRoomLimits.typedCharactersMax)).replaceAll(/\s+/g, ' ').trimStart();
  const last = text.slice(text.lastIndexOf(' ') + 1);
  if (text.trim() === '' || most <= 0) return { version: searchAnswerVersion, suggestions: [] };
  const before = text.slice(0, text.length - last.length);
  const kinds = kindsFrom(view, text, each);
  const brands = view.brands.filter((brand) => brand.startsWith(text)).slice(0, each);
  const words = last === '' ? [] : view.vocabulary.withPrefix(last, most);
  const named = findNamed(view, text);
  // Up to here nobody awaits: all of it is of one state of the index.
  const documents = await reader.read(library, [...named.places, ...named.products]);
  const names = (seen: readonly SeenThing[]): readonly string[] =>
    seen.flatMap(({ id }) => nameOf(documents.get(id)?.thing, text, language) ?? []).slice(0, each);
  const all: readonly Suggestion[] = [
    ...kinds.map((kind): Suggestion => ({ text: kind, type: 'kind' })),
    ...brands.map((brand): Suggestion => ({ text: brand, type: 'brand' })),
    ...names(named.places).map((name): Suggestion => ({ text: name, type: 'place' })),
    ...words.slice(0, each).map((word): Suggestion => ({ text: before + word, type: 'word' })),
    ...names(named.products).map((name): Suggestion => ({ text: name, type: 'product' })),
    ...words.slice(each).map((word): Suggestion => ({ text: before + word, type: 'word' })),
  ];
  const told = new Set<string>();
  const isNew = (suggestion: Suggestion): boolean => {
    const key = foldText(suggestion.text);
    return !told.has(key) && told.add(key).size > 0;
  };
  return { version: searchAnswerVersion, suggestions: all.filter(isNew).slice(0, most) };
};
