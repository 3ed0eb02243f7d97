import { type SearchSuggestions, searchSuggestionsSchema } from '@openstraat/spec';
import type { Exchange } from '../../fetching/exchange.ts';
import type { Run } from '../../run/run.ts';
import { available, type Gatherer } from '../gatherer.ts';
import { readObject } from '../json-object-answer.ts';
import { type AskedSearch, askSearch, searchAddress } from './ask-search.ts';
import { searchEvidenceLimits } from './limits.ts';
import { subjects } from './subjects.ts';

/** Suggestions for what was typed. */
export interface AskedSuggestions {
  readonly limit: number;
  readonly exchange: Exchange;
  readonly suggestions: SearchSuggestions | undefined;
}

/** What suggestions answer, and what they lead to. */
export interface SuggestionAnswers {
  readonly asked: readonly AskedSuggestions[];
  readonly refused: readonly { readonly wrong: readonly string[]; readonly exchange: Exchange }[];
  readonly tried: readonly { readonly text: string; readonly asked: AskedSearch }[];
}

const ask = async (run: Run, q: string, limit: number | undefined): Promise<AskedSuggestions> => {
  const question = { q, ...(limit === undefined ? {} : { limit: String(limit) }) };
  const exchange = await run.client.ask(searchAddress(question, '/search/suggest'), { accept: 'application/json' });
  const reading = readObject(exchange);
  const suggestions = reading.ok ? searchSuggestionsSchema.safeParse(reading.value.json).data : undefined;
  return { limit: limit ?? 8, exchange, suggestions };
};

const refusals: readonly (readonly [query: string, wrong: readonly string[]])[] = [
  ['', ['q']],
  ['q=', ['q']],
  [`q=${'a'.repeat(201)}`, ['q']],
  ['q=br&limit=0', ['limit']],
  ['q=br&limit=21', ['limit']],
  ['q=br&colour=red', ['colour']],
  ['q=br&q=me', ['q']],
];

/** The beginnings of names, typed. */
export const suggestionAnswers: Gatherer<SuggestionAnswers> = {
  name: 'suggestion-answers',
  async gather(run) {
    const found = await run.gather(subjects);
    if (!found.available) return found;
    const words = found.value.map(({ name }) => name.split(/\s+/).find((word) => word.length > 2) ?? name);
    const beginnings = [...new Set(words.map((word) => word.slice(0, 3)))];
    const asked = await Promise.all([
      ...beginnings.map((beginning) => ask(run, beginning, undefined)),
      ...beginnings.slice(0, 1).flatMap((beginning) => [ask(run, beginning, 1), ask(run, beginning, 20)]),
      ask(run, 'a', undefined),
    ]);
    const refused = await Promise.all(
      refusals.map(async ([query, wrong]) => ({
        wrong,
        exchange: await run.client.ask(`/search/suggest?${query}`, { accept: 'application/json' }),
      })),
    );
    const texts = [
      ...new Set(asked.flatMap(({ suggestions }) => suggestions?.suggestions.map(({ text }) => text) ?? [])),
    ];
    const tried = run.random('suggestions').sample(texts, searchEvidenceLimits.suggestionsTried);
    return available({
      asked,
      refused,
      tried: await Promise.all(
        tried.map(async (text) => ({ text, asked: await askSearch(run, { q: text, availability: 'any' }) })),
      ),
    });
  },
};
