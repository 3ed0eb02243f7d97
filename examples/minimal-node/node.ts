// A node on nothing but node:http: node node.ts <origin> <port> <things.ndjson> <memory.json>
import { hash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import * as spec from '@openstraat/spec';
import { type Data, type Memory, Publisher, refuse, settings } from './publisher.ts';
import { search, weights } from './search.ts';

const [origin = '', port = '', file = '', memoryFile = ''] = process.argv.slice(2);
const memory: Memory = existsSync(memoryFile)
  ? (JSON.parse(readFileSync(memoryFile, 'utf8')) as Memory)
  : { key: spec.generateKeyPair(), recoveryKey: spec.generateKeyPair(), validFrom: new Date().toISOString() };
const publisher = new Publisher(origin, readFileSync(file, 'utf8').trim().split('\n'), memory);
writeFileSync(memoryFile, JSON.stringify({ ...memory, checkpoint: publisher.checkpoint }), { mode: 0o600 });
type Answer = readonly [type: string, body: string, headers?: Readonly<Record<string, string>>, status?: number];
const [jsonLd, json, html] = ['application/ld+json', 'application/json', 'text/html'];
const linkset = 'application/linkset+json';
const [noStore, fresh] = [{ 'cache-control': 'no-store' }, { 'cache-control': 'public, max-age=5' }];
/** The one of the types that the reader likes best. @throws {Refusal} */
const choose = (accept: string, types: readonly string[]): string => {
  const ranges = new Map(accept.split(',').map((range) => range.trim().split(/\s*;\s*q=/) as [string, string]));
  const quality = (type: string): number => {
    const range = [type, `${type.split('/')[0]}/*`, '*/*'].find((name) => ranges.has(name));
    return range === undefined ? 0 : Number(ranges.get(range) ?? 1);
  };
  const [best = ''] = types.toSorted((left, right) => quality(right) - quality(left));
  return quality(best) > 0 ? best : refuse(406, `There is ${types.join(', ')}.`);
};
const escaped = (value: unknown): string => String(value).replaceAll(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const link = (href: unknown, words: unknown): string => `<a href="${escaped(href)}">${escaped(words)}</a>`;
const list = (items: readonly string[]): string => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
const page = (title: unknown, body: string, head = ''): string =>
  `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>${escaped(title)}</title>${head}</head><body><h1>${escaped(title)}</h1><form action="/search"><input name="q" aria-label="Wat"><button>Zoek</button></form>${body}<p>${escaped(settings.operator.name)}, ${link(settings.license, 'CC0')}, ${link('/', settings.name)}, ${link('/feed', 'feed')}</p></body></html>`;
const thing = (id: unknown): Data | undefined => publisher.things.get(String(id));
const nameOf = (data?: Data): unknown => data?.['name'] ?? thing(data?.['itemOffered'])?.['name'];
const facts = ['availability', 'price', 'priceCurrency', 'gtin', 'placeKind', 'openingHours'];
const thingPage = (data: Data): string => {
  const source = thing(data['source']) ?? data;
  const shown = facts.filter((fact) => data[fact] !== undefined).map((fact) => `${fact}: ${escaped(data[fact])}`);
  const others = ['itemOffered', 'availableAtOrFrom'].flatMap((property) => thing(data[property]) ?? []);
  const embedded = JSON.stringify(spec.schemaOrg(data as unknown as spec.Thing)).replaceAll('<', String.raw`\u003c`);
  const body = list([...shown, ...others.map((other) => link(other.id, nameOf(other)))]);
  const head = `<link rel="alternate" type="${jsonLd}" href="${escaped(data.id)}"><script type="${jsonLd}">${embedded}</script>`;
  const credit = `<p>${escaped(source['attribution'])}, ${link(source['license'], 'licentie')}</p>`;
  return page(nameOf(data), body + credit, head);
};

const answerFeed = (url: URL, accept: string): Answer => {
  const { text, hasMore } = publisher.page(url);
  const type = choose(accept, [json, jsonLd, 'application/n-quads']);
  const cache = { 'cache-control': `public, max-age=${hasMore ? 3_600 : 5}` };
  if (type === jsonLd) return [type, text, cache];
  const { '@context': context, ...plain } = JSON.parse(text) as spec.FeedPage & { '@context': string };
  const named = `<${context}>; rel="http://www.w3.org/ns/json-ld#context"; type="${jsonLd}"`;
  if (type === json) return [type, JSON.stringify(plain), { ...cache, link: named }];
  return [type, spec.feedPageQuads(plain as unknown as Parameters<typeof spec.feedPageQuads>[0]), cache];
};

type Issues = readonly { readonly path: readonly PropertyKey[]; readonly keys?: readonly string[] }[];
/** Ends the answer when parameters are wrong or there twice, and names all of them. */
const refuseWrong = (given: readonly (readonly [string, string])[], issues: Issues = []): void => {
  const twice = given.map(([name]) => name).filter((name, at, names) => names.indexOf(name) !== at);
  const wrong = [...twice, ...issues.flatMap(({ path, keys }) => keys ?? path.map(String))];
  if (wrong.length > 0) refuse(400, `Look up what these may be at ${origin}/ranking, and say each once.`, wrong);
};

const answerSearch = (url: URL, accept: string): Answer => {
  const given = [...url.searchParams].filter(([name]) => !spec.isCarriedAlong(name));
  const { data, error } = spec.searchParametersSchema.safeParse(Object.fromEntries(given));
  refuseWrong(given, error?.issues);
  const { lat, lon, near, radius, limit: _limit, explain: _explain, currency, cursor, ...wanted } = data ?? {};
  const isPlaced = near !== undefined || (lat !== undefined && lon !== undefined);
  if ((lat === undefined) !== (lon === undefined)) refuse(400, 'Give lat and lon together.', ['lat', 'lon']);
  if (near !== undefined && lat !== undefined) refuse(400, 'Give near, or lat and lon.', ['near']);
  if (radius !== undefined && !isPlaced) refuse(400, 'Give a place too: near, or lat and lon.', ['radius']);
  if (Math.abs(Number(wanted.q) - Number(wanted.gtin)) > 0) refuse(400, 'Give one barcode.', ['q']);
  if (!isPlaced && Object.keys(wanted).length === 0) refuse(400, 'Say what to look for: q, gtin, near.', ['q']);
  const minute = new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString();
  const first = [(wanted.open ?? 'now') === 'now' ? minute : wanted.open, '0', undefined];
  const [at = '', skip = '', of] =
    cursor === undefined ? first : Buffer.from(cursor, 'base64url').toString().split(' ');
  const printOf = (from: string): string =>
    hash('sha256', JSON.stringify([lat, lon, near, radius, currency, wanted, at, from])).slice(0, 12);
  if (cursor !== undefined && of !== printOf(skip)) refuse(400, 'That is no cursor of this question.', ['cursor']);
  const { answer, hasMore } = search(publisher, data ?? {}, at, Number(skip));
  const behind = String(Number(skip) + answer.results.length);
  const following = Buffer.from(`${at} ${behind} ${printOf(behind)}`).toString('base64url');
  const query = new URLSearchParams({ ...Object.fromEntries(given), cursor: following });
  const next = hasMore ? `${origin}/search?${query.toString()}` : undefined;
  if (choose(accept, [json, html]) === json) return [json, JSON.stringify({ ...answer, next }), noStore];
  const found = list(answer.results.map(({ id }) => link(id, nameOf(thing(id)))));
  return [html, page('Gevonden', next === undefined ? found : found + link(next, 'Verder')), noStore];
};

const answerSuggest = ({ searchParams }: URL): Answer => {
  const { data, error } = spec.suggestParametersSchema.safeParse(Object.fromEntries(searchParams));
  refuseWrong([...searchParams], error?.issues);
  const { q = '', limit = 8 } = data ?? {};
  const named = [...publisher.ofType('Product'), ...publisher.ofType('Place')];
  const fitting = named.filter((one) => String(nameOf(one)).toLowerCase().startsWith(q.toLowerCase()));
  const suggestions = fitting.slice(0, limit).map((one) => ({ text: nameOf(one), type: one.type.toLowerCase() }));
  return [json, JSON.stringify({ version: 1, suggestions }), noStore];
};

const answerBarcode = ({ pathname, search: query, searchParams }: URL, accept: string): Answer => {
  const read = spec.parseDigitalLinkPath(pathname);
  const gtin = read.ok ? read.link.gtin : refuse(400, read.reason);
  const product = publisher.ofType('Product').find((data) => data['gtin'] === gtin);
  if (product === undefined) return refuse(404, 'Nobody here sells it.');
  const [voc, anchor, title] = ['https://ref.gs1.org/voc/', `${origin}/01/${gtin}`, String(nameOf(product))];
  const shops = `${origin}/search?gtin=${gtin}`;
  const targets = { [`${voc}defaultLink`]: shops, [`${voc}hasRetailers`]: shops, [`${voc}pip`]: product.id };
  const own = `<${anchor}?linkType=linkset>; rel="linkset"; type="${linkset}"`;
  const links = { link: [...Object.entries(targets).map(([rel, href]) => `<${href}>; rel="${rel}"`), own].join(', ') };
  const asked = searchParams.get('linkType');
  const context = Object.fromEntries(Object.entries(targets).map(([rel, href]) => [rel, [{ href, title }]]));
  if (asked === 'linkset' || choose(accept, [html, linkset]) === linkset)
    return [linkset, JSON.stringify({ linkset: [{ anchor, ...context }] }), links];
  const href = targets[(asked ?? 'gs1:defaultLink').replace(/^gs1:/, voc)];
  if (href === undefined) return refuse(404, 'There is no such link.');
  return [html, '', { ...links, location: `${href}${href.includes('?') ? query.replace('?', '&') : query}` }, 307];
};

const answerDocument = (id: string, accept: string): Answer => {
  const data = id === `${origin}/` ? publisher.description : thing(id);
  if (data === undefined) return refuse(404, 'There is nothing here.');
  if (choose(accept, [html, jsonLd]) === jsonLd)
    return [jsonLd, JSON.stringify({ '@context': origin + spec.contextPath, ...data })];
  const places = publisher.ofType('Place').map((place) => link(place.id, nameOf(place)));
  return [html, id === `${origin}/` ? page(settings.name, list(places)) : thingPage(data)];
};

const order = ['within the radius before farther', 'higher score first', 'tie.value, smallest first'];
const rows = weights.map(({ term, weight, means }) => `${term}, ${weight}: ${means}`);
const ranking = JSON.stringify({ version: 1, terms: weights, order, constants: {} });
const resolver = { name: settings.name, resolverRoot: origin, supportedPrimaryKeys: ['01'] };
const answers: Readonly<Record<string, (url: URL, accept: string) => Answer>> = {
  '/feed': answerFeed,
  '/feed/checkpoint': () => [json, JSON.stringify(publisher.checkpoint)],
  '/.well-known/openstraat': () => answerDocument(`${origin}/`, jsonLd),
  '/.well-known/gs1resolver': () => [json, JSON.stringify(resolver)],
  [spec.contextPath]: () => [jsonLd, spec.contextText],
  '/search': answerSearch,
  '/search/suggest': answerSuggest,
  '/ranking': (_url, accept) =>
    choose(accept, [html, json]) === html ? [html, page('Volgorde', list([...order, ...rows]))] : [json, ranking],
};

const answer = (url: URL, accept: string): Answer => {
  try {
    if (url.pathname.startsWith('/01/')) return answerBarcode(url, accept);
    return answers[url.pathname]?.(url, accept) ?? answerDocument(origin + url.pathname, accept);
  } catch (fault) {
    const { problem = { title: 'A fault of this node.', status: 500 } } = fault as { problem?: { status: number } };
    if (problem.status === 500) process.stderr.write(`${String(fault)}\n`);
    return ['application/problem+json', JSON.stringify(problem), noStore, problem.status];
  }
};

createServer(({ url = '/', method, headers: asked }, response) => {
  const [type, body, headers = fresh, status = 200] = answer(new URL(origin + url), asked.accept ?? '*/*');
  const etag = `"${hash('sha256', type + body).slice(0, 20)}"`;
  const isKnown = status === 200 && asked['if-none-match'] === etag;
  const isPacked = body.length > 1_024 && /\bgzip\b/.test(String(asked['accept-encoding']));
  const open = { 'access-control-allow-origin': '*', vary: 'Accept, Accept-Encoding' };
  response.setHeaders(new Map(Object.entries({ ...open, ...headers, ...(status === 200 ? { etag } : {}) })));
  response.setHeader('content-type', type === html ? `${html}; charset=utf-8` : type);
  if (isPacked) response.setHeader('content-encoding', 'gzip');
  const emptyStatus = isKnown ? 304 : method === 'OPTIONS' ? 204 : method === 'HEAD' ? status : undefined;
  response.writeHead(emptyStatus ?? status).end(emptyStatus ? undefined : isPacked ? gzipSync(body) : body);
}).listen(Number(port), '127.0.0.1', () => process.stdout.write(`${origin}/\n`));
