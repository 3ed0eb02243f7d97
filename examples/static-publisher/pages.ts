import type { Thing, Village } from './village.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);
const link = (href: string, words: string): string => `<a href="${escaped(href)}">${escaped(words)}</a>`;

const pageOf = (title: string, head: string, body: string): string =>
  `<!doctype html>\n<html lang="nl">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>${head}</head>\n<body>${body}</body>\n</html>\n`;

const schemaTypes: Readonly<Record<string, string>> = { Place: 'LocalBusiness', Area: 'Place', Source: 'Dataset' };

/** What search engines read (DOC-002, DOC-003). */
const embedded = ({ id, type, name, gtin, price, priceCurrency, availability, address }: Thing): string => {
  const description = {
    '@context': 'https://schema.org',
    '@id': id,
    '@type': schemaTypes[type] ?? type,
    name,
    gtin,
    price,
    priceCurrency,
    availability: availability === undefined ? undefined : `https://schema.org/${String(availability)}`,
    address: address === undefined ? undefined : { ...address, type: undefined, '@type': 'PostalAddress' },
  };
  return `<script type="application/ld+json">${JSON.stringify(description).replaceAll('<', String.raw`\u003c`)}</script>`;
};

const shown = ['availability', 'price', 'priceCurrency', 'gtin', 'placeKind', 'openingHours'];

/** The page of a thing. @param find gives the thing with an id */
export const thingPage = (thing: Thing, find: (id: unknown) => Thing | undefined): string => {
  const name = String(thing['name'] ?? find(thing['itemOffered'])?.['name']);
  const source = find(thing['source']) ?? thing;
  const facts = shown.filter((fact) => thing[fact] !== undefined);
  const others = ['itemOffered', 'availableAtOrFrom'].map((property) => find(thing[property]));
  return pageOf(
    name,
    embedded(thing),
    `<h1>${escaped(name)}</h1>
<dl>${facts.map((fact) => `<dt>${fact}</dt><dd>${escaped(String(thing[fact]))}</dd>`).join('')}</dl>
<p>${others.map((other) => (other === undefined ? '' : link(other.id, String(other['name'])))).join(' · ')}</p>
<footer>${escaped(String(source['attribution']))}, ${link(String(source['license']), 'CC0')} · ${link('/', 'alle winkels')}</footer>`,
  );
};

/** The page at `/` (DOC-008). */
export const frontPage = (village: Village, things: readonly Thing[], licence: string): string =>
  pageOf(
    village.name,
    '',
    `<h1>${escaped(village.name)}</h1>
<ul>${things
      .filter(({ type }) => type === 'Place')
      .map(({ id, name }) => `<li>${link(id, String(name))}</li>`)
      .join('')}</ul>
<footer>${escaped(village.operator.name)}, ${escaped(village.operator.contact)} · ${link(licence, 'CC0')} · ${link('/feed/0.json', 'feed')}</footer>`,
  );
