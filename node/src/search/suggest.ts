import { type SearchSuggestions, searchAnswerVersion } from '@openstraat/spec';
import { foldText } from '../language/fold.ts';
import type { Library, SeenThing } from '../project/library.ts';
import type { SearchView } from '../project/search-index/search-view.ts';
import type { DocumentReader } from './document-reader.ts';
import { searchRoomLimits } from './limits.ts';
import { kindsFrom } from './suggest-kinds.ts';
import { brandOf, findNamed, nameOf } from './suggest-names.ts';
import { productsOfBrands, wordsFrom } from './suggest-words.ts';

type Suggestion = SearchSuggestions['suggestions'][number];

/** What suggestions are made from, besides an index. */
export interface SuggestContext {
  readonly library: Library;
  readonly reader: DocumentReader;
  /** Language in which a name is told that has several. */
  readonly language: string;
}

/** Numbers of brands that start so. */
const brandsFrom = ({ brands }: SearchView, prefix: string, limit: number): readonly number[] => {
  const found: number[] = [];
  for (let number = 0; number < brands.length && found.length < limit; number++)
    if (brands[number]?.startsWith(prefix) === true) found.push(number);
  return found;
};

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
  const kinds = kindsFrom(view, text, language, each);
  const brands = productsOfBrands(view, brandsFrom(view, text, each));
  const words = wordsFrom(view, before, last, most);
  const named = findNamed(view, text);
  // Up to here nobody awaits: all of it is of one state of the index.
  const documents = await reader.read(library, [...brands, ...named.places, ...named.products]);
  const names = (seen: readonly SeenThing[]): readonly string[] =>
    seen.flatMap(({ id }) => nameOf(documents.get(id)?.thing, text, language) ?? []).slice(0, each);
  const all: readonly Suggestion[] = [
    ...kinds.map((kind): Suggestion => ({ text: kind, type: 'kind' })),
    ...brands
      .flatMap(({ id }) => brandOf(documents.get(id)?.thing, language) ?? [])
      .map((brand): Suggestion => ({ text: brand, type: 'brand' })),
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
