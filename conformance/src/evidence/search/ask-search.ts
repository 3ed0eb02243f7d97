import { type SearchAnswer, searchAnswerSchema } from '@openstraat/spec';
import type { Exchange } from '../../fetching/exchange.ts';
import type { Run } from '../../run/run.ts';
import { readObject } from '../json-object-answer.ts';

/** Parameters of a question, by name. */
export type SearchQuestion = Readonly<Record<string, string>>;

/** A question, and what came back. */
export interface AskedSearch {
  readonly question: SearchQuestion;
  readonly exchange: Exchange;
  /** Undefined where it is none that fits the schema; SRCH-001 says so. */
  readonly answer: SearchAnswer | undefined;
}

/** The address of a question. */
export const searchAddress = (question: SearchQuestion, path = '/search'): string =>
  `${path}?${new URLSearchParams({ ...question }).toString()}`;

/** The same where names may stand twice. */
export const addressOfPairs = (pairs: readonly (readonly [string, string])[]): string =>
  `/search?${new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value])).toString()}`;

/** The answer in an exchange; undefined where there is none of the right form. */
export const readSearchAnswer = (exchange: Exchange): SearchAnswer | undefined => {
  const reading = readObject(exchange);
  return reading.ok ? searchAnswerSchema.safeParse(reading.value.json).data : undefined;
};

/** Asks for an answer as JSON. */
export const askSearch = async (
  run: Run,
  question: SearchQuestion,
  headers: Readonly<Record<string, string>> = {},
): Promise<AskedSearch> => {
  const exchange = await run.client.ask(searchAddress(question), { accept: 'application/json', headers });
  return { question, exchange, answer: readSearchAnswer(exchange) };
};
