import { schemaOrg, type Thing } from '@openstraat/spec';
import { isObject, type JsonObject } from '../../json/json-value.ts';
import { html, type TinyAnswer } from './answer.ts';
import type { TinyState } from './state.ts';
import { feedLicence } from './write-feed.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  const [first] = isObject(value) ? Object.values(value) : [];
  return typeof first === 'string' ? first : '';
};

const pageOf = (title: string, head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title>${head}</head><body>${body}</body></html>`;

/** The page of one thing, for people. */
export const thingPage = (state: TinyState, data: JsonObject): TinyAnswer => {
  const find = (id: unknown): JsonObject | undefined => state.entries.find((entry) => entry.id === id)?.data;
  const name = textOf(data['name'] ?? find(data['itemOffered'])?.['name'] ?? data['id']);
  const source = data['type'] === 'Source' ? data : (find(data['source']) ?? {});
  const embedded = JSON.stringify(schemaOrg(data as unknown as Thing)).replaceAll('<', String.raw`\u003c`);
  const facts = ['availability', 'price', 'priceCurrency', 'openingHours', 'stock']
    .filter((fact) => data[fact] !== undefined)
    .map((fact) => `<dt>${fact}</dt><dd>${escaped(String(data[fact]))}</dd>`);
  const named =
    typeof source['license'] === 'string'
      ? `<p>${escaped(textOf(source['attribution']))}, <a href="${escaped(source['license'])}">licence</a></p>`
      : '';
  const seen = [data['observedAt'], source['lastCompleteDelivery']]
    .filter((time) => typeof time === 'string' && data['type'] === 'Offer')
    .map((time) => Date.parse(String(time)));
  const seenWhen =
    seen.length === 0 ? '' : `<p>seen <time datetime="${new Date(Math.max(...seen)).toISOString()}">lately</time></p>`;
  return html(
    pageOf(
      name,
      `<link rel="alternate" type="application/ld+json" href="${escaped(String(data['id']))}"><script type="application/ld+json">${embedded}</script>`,
      `<h1>${escaped(name)}</h1><dl>${facts.join('')}</dl>${seenWhen}${named}`,
    ),
  );
};

/** The front page. */
export const frontPage = (): TinyAnswer =>
  html(
    pageOf(
      'Winkels in Waterveen',
      '',
      `<h1>Winkels in Waterveen</h1><p>Winkelcoöperatie Waterveen. <a rel="license" href="${feedLicence}">Licence</a>, <a href="/feed">feed</a></p>`,
    ),
  );

/** Addresses of all live things, for crawlers. */
export const sitemap = (state: TinyState): TinyAnswer => ({
  status: 200,
  type: 'application/xml',
  body: `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${state.entries
    .filter(({ data }) => data !== undefined)
    .map(({ id }) => `<url><loc>${escaped(id)}</loc></url>`)
    .join('')}</urlset>`,
});
