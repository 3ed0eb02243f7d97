import { isRestrictedGtin, parseDigitalLinkPath } from '@openstraat/spec';
import { isObject, type JsonObject } from '../../../json/json-value.ts';
import { problem, type TinyAnswer } from '../answer.ts';
import { negotiate } from '../negotiate.ts';
import type { TinyState } from '../state.ts';
import { tinyOrigin } from '../town.ts';
import { textsOf } from './fold.ts';

const vocabulary = 'https://ref.gs1.org/voc/';

interface Target {
  readonly href: string;
  readonly title: string;
}

/** The links of a barcode, by the name of their type. */
const linksOf = (gtin: string, product: JsonObject | undefined): Readonly<Record<string, readonly Target[]>> => {
  const where = { href: `${tinyOrigin}/search?gtin=${gtin}`, title: 'Where to get it' };
  const [name = gtin] = textsOf(product?.['name']);
  return {
    defaultLink: [where],
    hasRetailers: [where],
    ...(product === undefined ? {} : { pip: [{ href: String(product['id']), title: name }] }),
  };
};

const lead = (target: string, search: string): string => {
  if (search === '') return target;
  return target + (target.includes('?') ? `&${search.slice(1)}` : search);
};

/** The resolver itself, for programs. */
export const resolverDescription: TinyAnswer = {
  status: 200,
  type: 'application/json',
  body: JSON.stringify({ name: 'Waterveen', resolverRoot: tinyOrigin, supportedPrimaryKeys: ['01'] }),
};

/** What `/01/…` answers. */
export const digitalLinkFace = (state: TinyState, url: URL, headers: Headers): TinyAnswer => {
  const parsed = parseDigitalLinkPath(url.pathname);
  if (!parsed.ok) return problem(400, parsed.reason);
  const { gtin } = parsed.link;
  const stating = state.entries.filter(({ data }) => isObject(data) && data['gtin'] === gtin);
  if (stating.length === 0 || isRestrictedGtin(gtin)) return problem(404, 'Nobody here states this barcode.');
  const links = linksOf(gtin, stating.find(({ kind }) => kind === 'Product')?.data);
  const anchor = `${tinyOrigin}/01/${gtin}`;
  const typed = Object.entries(links).map(([name, targets]) => [vocabulary + name, targets] as const);
  const link = [
    `<${anchor}?linkType=linkset>; rel="linkset"; type="application/linkset+json"`,
    ...typed.flatMap(([type, targets]) => targets.map(({ href }) => `<${href}>; rel="${type}"`)),
  ].join(', ');
  const shown = { link, vary: 'Accept' };
  const asked = url.searchParams.get('linkType');
  const form = negotiate(headers, ['text/html', 'application/linkset+json']);
  if ((asked === null && form === 'application/linkset+json') || asked === 'linkset') {
    if (form === undefined) return problem(406, 'There is no such form of this.');
    const body = JSON.stringify({ linkset: [{ anchor, ...Object.fromEntries(typed) }] });
    return { status: 200, type: 'application/linkset+json', body, headers: shown };
  }
  const name = asked === null ? 'defaultLink' : asked.replace('gs1:', '').replace(vocabulary, '');
  const [target] = links[name] ?? [];
  if (target === undefined) return problem(404, 'There is no such link.');
  return { status: 307, type: 'text/plain', body: '', headers: { ...shown, location: lead(target.href, url.search) } };
};
