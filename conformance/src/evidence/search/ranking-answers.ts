import { type SearchRanking, searchRankingSchema } from '@openstraat/spec';
import { notTested } from '../../checks/verdict.ts';
import type { Exchange } from '../../fetching/exchange.ts';
import { available, type Gatherer, missing } from '../gatherer.ts';
import { readObject } from '../json-object-answer.ts';
import { searches } from './searches.ts';

/** How the order is explained. */
export interface RankingAnswers {
  readonly page: Exchange;
  readonly json: Exchange;
  /** Undefined where it is not what `SearchRanking` says. */
  readonly ranking: SearchRanking | undefined;
}

/** What the address in `ranking` of an answer gives, in both forms. */
export const rankingAnswers: Gatherer<RankingAnswers> = {
  name: 'ranking-answers',
  async gather(run) {
    const asked = await run.gather(searches);
    if (!asked.available) return asked;
    const url = asked.value.find(({ answer }) => answer !== undefined)?.answer?.ranking;
    if (url === undefined) return missing(notTested('evidence-missing', 'no question was answered'));
    const page = await run.client.ask(url, { accept: 'text/html' });
    const json = await run.client.ask(url, { accept: 'application/json' });
    const reading = readObject(json);
    return available({
      page,
      json,
      ranking: reading.ok ? searchRankingSchema.safeParse(reading.value.json).data : undefined,
    });
  },
};
