import type { Exchange } from '../../fetching/exchange.ts';
import { atStatus } from '../finding.ts';
import { failed, passed, unanswered, type Verdict } from '../verdict.ts';

/** Was a Follow taken? */
export const takenVerdict = (exchange: Exchange): Verdict => {
  if (exchange.answer === undefined) return unanswered(exchange);
  const { status } = exchange.answer;
  return status === 202
    ? passed('a Follow')
    : failed([atStatus(exchange, `status ${status} instead of 202 for a Follow that is signed as it should be`)]);
};
