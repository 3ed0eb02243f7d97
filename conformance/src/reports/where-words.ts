import type { CheckResult, ConformanceResult } from '../result/result.ts';

type Finding = CheckResult['findings'][number];
type ExchangeOfResult = ConformanceResult['exchanges'][number];

/** How many requests a run sent: what was sent to the suite does not count. */
export const requestsOf = ({ exchanges }: ConformanceResult): number =>
  exchanges.filter(({ received }) => received !== true).length;

/** The recorded answer that a finding points into. */
export const exchangeOf = ({ where }: Finding, result: ConformanceResult): ExchangeOfResult | undefined =>
  result.exchanges.find(({ id }) => id === where.exchange);

/** Where in an answer a finding is: a JSON Pointer, a header, or a range of bytes; empty for the answer as a whole. */
export const placeWords = ({ where }: Finding): string => {
  if ('bytes' in where) return `bytes ${where.bytes[0]} to ${where.bytes[1]}`;
  return where.pointer === '' ? '' : `${where.in === 'head' ? 'head ' : ''}${where.pointer}`;
};

/** A finding in one line: what is wrong, and where. */
export const findingLine = (finding: Finding, result: ConformanceResult): string => {
  const exchange = exchangeOf(finding, result);
  const place = [exchange === undefined ? '' : `${exchange.method} ${exchange.url}`, placeWords(finding)];
  return `${finding.message} (${place.filter((part) => part !== '').join(' ')})`;
};
