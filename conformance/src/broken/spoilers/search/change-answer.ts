import { isObject, type JsonObject } from '../../../json/json-value.ts';

type Change = (part: JsonObject) => JsonObject;

const each = (list: unknown, change: Change): readonly unknown[] =>
  (Array.isArray(list) ? (list as readonly unknown[]) : []).map((part) => (isObject(part) ? change(part) : part));

/** Changes each result of an answer. */
export const eachResult = (answer: JsonObject, change: Change): JsonObject => ({
  ...answer,
  results: each(answer['results'], change),
});

/** Changes each offer of an answer. */
export const eachOffer = (answer: JsonObject, change: Change): JsonObject =>
  eachResult(answer, (result) =>
    result['offers'] === undefined ? result : { ...result, offers: each(result['offers'], change) },
  );

/** Changes results and offers. */
export const eachPart = (answer: JsonObject, change: Change): JsonObject =>
  eachResult(eachOffer(answer, change), change);

/** The end of the id of the place that something is at. */
export const isAt = ({ place }: JsonObject, key: string): boolean =>
  isObject(place) && String(place['id']).endsWith(`/places/${key}`);

/** An address without some of its parameters. */
export const without = (url: URL, ...names: readonly string[]): URL => {
  for (const name of names) url.searchParams.delete(name);
  return url;
};
