import { searchAnswerVersion, type SearchSuggestions } from '@openstraat/spec';
import { foldText } from '../language/fold.ts';
import type { SearchView } from '../project/search-index/search-view.ts';
import { kindWords } from './kind-filter.ts';
import { searchRoomLimits } from './limits.ts';

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

const kindsFrom = (prefix: string, limit: number): readonly string[] => {
  const start = firstAtOrAfter(kindWords, prefix);
  return kindWords.slice(start, start + limit).filter((word) => word.startsWith(prefix));
};

/** Says how what was typed could go on: kinds of place and brands as a whole, else the last word. */
export const createSuggest = (): ((view: SearchView, typed: string, limit: number) => SearchSuggestions) => {
  return (view, typed, limit) => {
    const most = Math.min(limit, searchRoomLimits.suggestionsMax);
    const text = foldText(typed.slice(0, searchRoomLimits.typedCharactersMax)).replaceAll(/\s+/g, ' ').trimStart();
    const last = text.slice(text.lastIndexOf(' ') + 1);
    if (text.trim() === '' || most <= 0) return { version: searchAnswerVersion, suggestions: [] };
    const before = text.slice(0, text.length - last.length);
    const brands = view.brands.filter((brand) => brand.startsWith(text)).slice(0, most);
    const words = last === '' ? [] : view.vocabulary.withPrefix(last, most);
    const all: readonly Suggestion[] = [
      ...kindsFrom(text, most).map((kind): Suggestion => ({ text: kind, type: 'kind' })),
      ...brands.map((brand): Suggestion => ({ text: brand, type: 'brand' })),
      ...words.map((word): Suggestion => ({ text: before + word, type: 'word' })),
    ];
    const told = new Set<string>();
    const suggestions = all.filter((suggestion) => !told.has(suggestion.text) && told.add(suggestion.text).size > 0);
    return { version: searchAnswerVersion, suggestions: suggestions.slice(0, most) };
  };
};
