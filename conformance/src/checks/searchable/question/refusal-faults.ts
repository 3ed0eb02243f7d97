import type { AnsweredExchange } from '../../../fetching/exchange.ts';
import { mediaTypeOf } from '../../../fetching/header-values.ts';
import { isObject } from '../../../json/json-value.ts';
import { parseJson } from '../../../json/parse-json.ts';
import { atHeader, atPointer, atStatus, type Finding } from '../../finding.ts';

/** What is wrong with the refusal of parameters. @param wrong names of those that have to be named */
export const refusalFaults = (exchange: AnsweredExchange, wrong: readonly string[]): readonly Finding[] => {
  const { answer } = exchange;
  if (answer.status !== 400)
    return [atStatus(exchange, `status ${answer.status} instead of 400: wrong ${wrong.join(', ')}`)];
  if (mediaTypeOf(answer) !== 'application/problem+json')
    return [atHeader(exchange, 'content-type', `${mediaTypeOf(answer)} instead of application/problem+json`)];
  const parsed = parseJson(answer.body);
  const errors = parsed.ok && isObject(parsed.value) ? parsed.value['errors'] : undefined;
  if (!Array.isArray(errors)) return [atPointer(exchange, '/errors', 'errors is no list')];
  const named = (errors as readonly unknown[]).flatMap((error) =>
    isObject(error) && typeof error['detail'] === 'string' && error['detail'] !== '' ? [error['parameter']] : [],
  );
  return wrong
    .filter((name) => !named.includes(name))
    .map((name) => atPointer(exchange, '/errors', `${name} is wrong too, and not named with a detail`));
};
