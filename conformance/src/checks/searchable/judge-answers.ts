import type { SearchAnswer } from '@openstraat/spec';
import type { AskedSearch } from '../../evidence/search/ask-search.ts';
import type { AnsweredExchange } from '../../fetching/exchange.ts';
import type { Finding } from '../finding.ts';
import { judgeEach } from '../judge-each.ts';
import type { Verdict } from '../verdict.ts';

/** A question with an answer of the right form. */
export interface AnsweredSearch extends AskedSearch {
  readonly exchange: AnsweredExchange;
  readonly answer: SearchAnswer;
}

/**
 * Judges each answer of the search that has the form of one; those that have not are SRCH-001's.
 * @param inspect gives what is wrong, or `undefined` where the requirement does not concern the answer
 */
export const judgeAnswers = (
  what: string,
  asked: readonly AskedSearch[],
  inspect: (answered: AnsweredSearch) => readonly Finding[] | undefined,
): Verdict =>
  judgeEach(what, asked, ({ question, exchange, answer }) =>
    answer === undefined ? undefined : inspect({ question, exchange, answer }),
  );
