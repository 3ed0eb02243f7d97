import { notTested, unanswered } from '../checks/verdict.ts';
import type { AnsweredExchange, Exchange } from '../fetching/exchange.ts';
import { isObject, type JsonObject } from '../json/json-value.ts';
import { parseJson } from '../json/parse-json.ts';
import { available, type Gathered, missing } from './gatherer.ts';

/** A JSON object that was answered. */
export interface ObjectAnswer {
  readonly exchange: AnsweredExchange;
  readonly json: JsonObject;
}

/** What an answer is, when it should be a JSON object with status 200. */
export type ObjectReading =
  | { readonly ok: true; readonly value: ObjectAnswer }
  | { readonly ok: false; readonly code: 'unanswered' | 'status' | 'not-json' | 'too-deep'; readonly words: string };

/** Reads an answer as a JSON object, whatever media type it says. */
export const readObject = (exchange: Exchange): ObjectReading => {
  const { answer } = exchange;
  if (answer === undefined) return { ok: false, code: 'unanswered', words: exchange.unreachable.words };
  if (answer.status !== 200) return { ok: false, code: 'status', words: `status ${answer.status} instead of 200` };
  const parsed = parseJson(answer.body);
  if (!parsed.ok)
    return {
      ok: false,
      code: parsed.code === 'too-deep' ? 'too-deep' : 'not-json',
      words: `not JSON that can be read: ${parsed.words}`,
    };
  return isObject(parsed.value)
    ? { ok: true, value: { exchange, json: parsed.value } }
    : { ok: false, code: 'not-json', words: 'JSON, but not an object' };
};

/** The object as evidence. @param what names it where it is missing */
export const gatherObject = (exchange: Exchange, what: string): Gathered<ObjectAnswer> => {
  const reading = readObject(exchange);
  if (reading.ok) return available(reading.value);
  return missing(
    reading.code === 'unanswered'
      ? unanswered(exchange)
      : notTested('evidence-missing', `${what} (${exchange.url}) is ${reading.words}`),
  );
};
