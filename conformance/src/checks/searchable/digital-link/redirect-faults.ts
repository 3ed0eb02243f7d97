import type { AnsweredExchange } from '../../../fetching/exchange.ts';
import { atHeader, atStatus, type Finding } from '../../finding.ts';

/** What is wrong with a redirect. @param target where it should lead; where that is not known, only the query is judged @param query what has to stand behind it */
export const redirectFaults = (exchange: AnsweredExchange, target: unknown, query: string): readonly Finding[] => {
  const { status, headers } = exchange.answer;
  if (status !== 307) return [atStatus(exchange, `status ${status} instead of 307`)];
  const location = URL.parse(headers.get('location') ?? '', exchange.url);
  if (location === null) return [atHeader(exchange, 'location', 'no Location')];
  const expected = typeof target === 'string' ? URL.parse(target, exchange.url) : null;
  const isRight =
    (expected === null ||
      (location.origin + location.pathname === expected.origin + expected.pathname &&
        location.search.startsWith(expected.search))) &&
    location.search.endsWith(query);
  return isRight
    ? []
    : [
        atHeader(
          exchange,
          'location',
          `${location.href} instead of ${expected?.href ?? 'the target'}${query && ` with ${query}`}`,
        ),
      ];
};
