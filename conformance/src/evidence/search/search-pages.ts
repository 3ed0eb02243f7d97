import type { SearchAnswer } from '@openstraat/spec';
import type { Exchange } from '../../fetching/exchange.ts';
import { available, type Gatherer } from '../gatherer.ts';
import { searchAddress } from './ask-search.ts';
import { searches } from './searches.ts';

/** A question as a page, and the same as JSON. */
export interface SearchPage {
  readonly exchange: Exchange;
  readonly answer: SearchAnswer;
}

const pagesMax = 3;

/** Questions that found something, asked as a browser does. */
export const searchPages: Gatherer<readonly SearchPage[]> = {
  name: 'search-pages',
  async gather(run) {
    const asked = await run.gather(searches);
    if (!asked.available) return asked;
    const found = asked.value.flatMap(({ question, answer }) =>
      answer === undefined || answer.results.length === 0 ? [] : [{ question, answer }],
    );
    const chosen = run.random('search-pages').sample(found, pagesMax);
    return available(
      await Promise.all(
        chosen.map(async ({ question, answer }) => ({
          answer,
          exchange: await run.client.ask(searchAddress(question), { accept: 'text/html' }),
        })),
      ),
    );
  },
};
