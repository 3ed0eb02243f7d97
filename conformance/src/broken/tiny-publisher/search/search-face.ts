import { hash } from 'node:crypto';
import { suggestParametersSchema } from '@openstraat/spec';
import { isObject, type JsonObject } from '../../../json/json-value.ts';
import { html, type TinyAnswer } from '../answer.ts';
import { negotiate } from '../negotiate.ts';
import type { TinyState } from '../state.ts';
import { tinyOrigin } from '../town.ts';
import { feedLicence } from '../write-feed.ts';
import { fold, textsOf } from './fold.ts';
import { openApi } from './open-api.ts';
import { rankingPage, tinyRanking } from './ranking.ts';
import { readParameters, readQuestion, refuse } from './read-question.ts';
import { findResults } from './write-results.ts';

const minuteMs = 60_000;
const limitUsual = 10;
const suggestionsUsual = 8;
const radiusUsual = 10_000;

/** What a spoiler may change of the search. */
export interface SearchSpoiler {
  /** A whole answer of `/search` as JSON, with all its results. */
  readonly found?: (answer: JsonObject, url: URL) => JsonObject;
}

interface TinyCursor {
  readonly atMs: number;
  readonly from: number;
}

/** What a question is, whatever page of it is asked for. */
const questionKey = (url: URL): string =>
  [...url.searchParams]
    .filter(([name]) => !['cursor', 'limit', 'explain'].includes(name))
    .map((pair) => JSON.stringify(pair))
    .toSorted()
    .join(' ');

const sealOf = (url: URL, cursor: string): string =>
  hash('sha256', `${questionKey(url)} ${cursor}`, 'hex').slice(0, 12);

const writeCursor = (url: URL, { atMs, from }: TinyCursor): string =>
  `${atMs}.${from}.${sealOf(url, `${atMs}.${from}`)}`;

const readCursor = (url: URL): TinyCursor | undefined => {
  const [atMs = '', from = '', seal = ''] = (url.searchParams.get('cursor') ?? '').split('.');
  return seal === sealOf(url, `${atMs}.${from}`) ? { atMs: Number(atMs), from: Number(from) } : undefined;
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The page for people: everything that is in the answer, and a form. */
const searchPage = (results: readonly JsonObject[]): TinyAnswer =>
  html(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Search</title></head><body><form action="/search"><input name="q"><button>Search</button></form><ol>${results
      .map(({ id }) => `<li><a href="${escaped(String(id))}">${escaped(String(id))}</a></li>`)
      .join('')}</ol></body></html>`,
  );

const never = { 'cache-control': 'no-store' };
const searchHeaders = { ...never, vary: 'Accept' };

const unexplained = (offer: JsonObject): JsonObject => {
  const { explain: _explain, ...others } = offer;
  return others;
};

/** What `/search` answers. */
const answerSearch = (
  state: TinyState,
  request: { readonly url: URL; readonly headers: Headers; readonly nowMs: number },
  spoiler: SearchSpoiler,
): TinyAnswer => {
  const { url, headers, nowMs } = request;
  const form = negotiate(headers, ['text/html', 'application/json']);
  if (form === 'text/html' && url.search === '') return { ...searchPage([]), headers: searchHeaders };
  const question = readQuestion(state, url);
  if ('status' in question) return { ...question, headers: searchHeaders };
  const { parameters, where, gtin } = question;
  const cursor = parameters.cursor === undefined ? undefined : readCursor(url);
  if (parameters.cursor !== undefined && cursor === undefined)
    return {
      ...refuse('Take the cursor from next.', [{ parameter: 'cursor', detail: 'is not of this search' }]),
      headers: searchHeaders,
    };
  const instant = parameters.open === undefined || parameters.open === 'now' ? undefined : Date.parse(parameters.open);
  const atMs = cursor?.atMs ?? instant ?? Math.floor(nowMs / minuteMs) * minuteMs;
  const seed = `${new Date(atMs).toISOString().slice(0, 10)}/${where === undefined ? tinyOrigin : `${where.latitude},${where.longitude}`}`;
  const all = findResults(state, question, { atMs, openMs: atMs, seed }).map(({ json }) => json);
  const limit = parameters.limit ?? limitUsual;
  const from = cursor?.from ?? 0;
  const shown = all.slice(from, from + limit).map(({ explain, ...result }) => {
    const offers = result['offers'];
    if (parameters.explain === '1') return { ...result, explain };
    return Array.isArray(offers) ? { ...result, offers: (offers as readonly JsonObject[]).map(unexplained) } : result;
  });
  if (form === 'text/html') return { ...searchPage(shown), headers: searchHeaders };
  const next = new URL(url.pathname + url.search, tinyOrigin);
  next.searchParams.set('cursor', writeCursor(url, { atMs, from: from + limit }));
  const right: JsonObject = {
    version: 1,
    query: { ...(parameters.q === undefined ? {} : { q: parameters.q }), ...(gtin === undefined ? {} : { gtin }) },
    ...(where === undefined ? {} : { where: { ...where, radiusMetres: parameters.radius ?? radiusUsual } }),
    at: new Date(atMs).toISOString(),
    results: shown,
    ...(from + limit < all.length ? { next: next.href } : {}),
    ranking: `${tinyOrigin}/ranking`,
    license: feedLicence,
  };
  const answer = spoiler.found?.(right, url) ?? right;
  return { status: 200, type: 'application/json', body: JSON.stringify(answer), headers: searchHeaders };
};

const suggest = (state: TinyState, url: URL): TinyAnswer => {
  const parameters = readParameters(url, suggestParametersSchema);
  if ('status' in parameters) return { ...parameters, headers: never };
  const { q, limit = suggestionsUsual } = parameters;
  const suggestions = state.entries.flatMap(({ kind, data }) => {
    const type = { Product: 'product', Place: 'place' }[kind as string];
    if (type === undefined || !isObject(data)) return [];
    return textsOf(data['name'])
      .filter((name) => fold(name).startsWith(fold(q)))
      .map((text) => ({ text, type }));
  });
  const body = JSON.stringify({ version: 1, suggestions: suggestions.slice(0, limit) });
  return { status: 200, type: 'application/json', body, headers: never };
};

/** What a tiny publisher that can be searched answers; undefined where the address is none of its search. */
export const searchFace = (
  state: TinyState,
  request: { readonly url: URL; readonly headers: Headers; readonly nowMs: number },
  spoiler: SearchSpoiler,
): TinyAnswer | undefined => {
  const { url, headers } = request;
  switch (url.pathname) {
    case '/search':
      return answerSearch(state, request, spoiler);
    case '/search/suggest':
      return suggest(state, url);
    case '/ranking': {
      const isJson = negotiate(headers, ['text/html', 'application/json']) === 'application/json';
      const answer = isJson
        ? { status: 200, type: 'application/json', body: JSON.stringify(tinyRanking) }
        : html(rankingPage);
      return { ...answer, headers: { vary: 'Accept' } };
    }
    case '/openapi.json':
      return { status: 200, type: 'application/json', body: JSON.stringify(openApi) };
    default:
      return undefined;
  }
};
