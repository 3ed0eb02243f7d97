import type { AnsweredExchange } from '../fetching/exchange.ts';
import { mediaTypeOf } from '../fetching/header-values.ts';
import { isObject, shown } from '../json/json-value.ts';
import { parseJson } from '../json/parse-json.ts';
import { atHeader, atPointer, type Finding } from './finding.ts';

/** What keeps an error from being problem details as RFC 9457 has them. */
export const problemFindings = (exchange: AnsweredExchange): readonly Finding[] => {
  const { answer } = exchange;
  if (mediaTypeOf(answer) !== 'application/problem+json')
    return [atHeader(exchange, 'content-type', `${mediaTypeOf(answer) || 'no media type'} for an error`)];
  const parsed = parseJson(answer.body);
  if (!parsed.ok || !isObject(parsed.value)) return [atPointer(exchange, '', 'it is not a JSON object')];
  const { type, title, status } = parsed.value;
  return [
    ...(typeof type === 'string' ? [] : [atPointer(exchange, '/type', `type is ${shown(type)}`)]),
    ...(typeof title === 'string' ? [] : [atPointer(exchange, '/title', `title is ${shown(title)}`)]),
    ...(status === answer.status
      ? []
      : [atPointer(exchange, '/status', `status is ${shown(status)} in an answer with ${answer.status}`)]),
  ];
};
