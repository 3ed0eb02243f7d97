import type { SearchAnswer, SearchParameters } from '@openstraat/spec';
import { Fault } from '../model/fault.ts';
import type { Search } from '../search/search.ts';

/** A search whose answers a test sets by hand; it remembers what it was asked. */
export interface FakeSearch extends Search {
  readonly asked: readonly SearchParameters[];
  answer: SearchAnswer | Error;
}

export const emptyAnswer = (origin: string): SearchAnswer => ({
  version: 1,
  query: {},
  at: '2026-03-02T09:00:00Z',
  results: [],
  ranking: `${origin}/ranking`,
  license: 'https://creativecommons.org/licenses/by/4.0/',
});

export const createFakeSearch = (origin: string): FakeSearch => {
  const asked: SearchParameters[] = [];
  const fake: FakeSearch = {
    ready: true,
    asked,
    answer: emptyAnswer(origin),
    async search(parameters) {
      asked.push(parameters);
      if (fake.answer instanceof Error) throw fake.answer;
      return fake.answer;
    },
    async suggest(typed, limit) {
      if (typed === 'kapot') throw new Fault('internal', typed);
      return { version: 1 as const, suggestions: [{ text: `${typed}bel`, type: 'word' as const }].slice(0, limit) };
    },
  };
  return fake;
};
