import type { Spoiler } from '../../spoiler.ts';

/** More is suggested than was asked for. */
export const suggestionsWithoutEnd: Spoiler = {
  name: 'suggestions-without-end',
  class: 'searchable',
  fails: ['how-it-goes-on'],
  answer(answer, { url }) {
    if (url.pathname !== '/search/suggest' || url.searchParams.get('limit') !== '1') return answer;
    const json = JSON.parse(answer.body) as { readonly suggestions: readonly unknown[] };
    return { ...answer, body: JSON.stringify({ ...json, suggestions: [...json.suggestions, ...json.suggestions] }) };
  },
};
