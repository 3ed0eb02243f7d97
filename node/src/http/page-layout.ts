import { html, raw } from 'hono/html';
import type { NodeSettings } from '../config/settings.ts';
import type { Html } from './html.ts';
import { licenceName } from './licence-name.ts';
import { stylesheetPath } from './stylesheet.ts';

/** One page, before the frame that all pages share. */
export interface PageContent {
  /** Plain text; the node's name is put behind it. Empty on the front page. */
  readonly title: string;
  /** Its own address as a path; absent where it has none, such as an error. */
  readonly path?: string;
  /** Language of the title, where it is not the page's. */
  readonly titleLanguage?: string;
  /** True where the page has a search form itself, so that the header needs none. */
  readonly ownSearch?: true;
  /** Address of the actor that speaks for what the page shows. */
  readonly actor?: string;
  /** Data for search engines, as JSON-LD. */
  readonly structuredData?: string;
  readonly body: Html;
}

const words = {
  nl: {
    about: 'Over deze site',
    skip: 'Naar de inhoud',
    search: 'Zoek',
    searchFor: 'Wat zoekt u?',
    ranking: 'Zo zoeken wij',
    forPrograms: 'Voor programma’s',
    main: 'Hoofdmenu',
    places: 'Winkels en plekken',
    products: 'Producten',
    services: 'Diensten',
    events: 'Agenda',
    parcelPoints: 'Pakketpunten',
    fictional: 'Dit is een voorbeeld: deze winkels, producten en prijzen zijn verzonnen.',
    openData: 'Open gegevens',
    license: 'Licentie',
    sources: 'Bronnen',
    runBy: 'Beheerd door',
  },
  en: {
    about: 'About this site',
    skip: 'To the content',
    search: 'Search',
    searchFor: 'What are you looking for?',
    ranking: 'How we search',
    forPrograms: 'For programs',
    main: 'Main menu',
    places: 'Shops and places',
    products: 'Products',
    services: 'Services',
    events: 'Events',
    parcelPoints: 'Parcel points',
    fictional: 'This is an example: these shops, products and prices are made up.',
    openData: 'Open data',
    license: 'Licence',
    sources: 'Sources',
    runBy: 'Run by',
  },
} as const;

/** JSON inside a script element: no text in it can end the element or open a comment. */
export const scriptJson = (json: string): string =>
  json
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');

const head = (settings: NodeSettings, content: PageContent): Html =>
  html` <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${content.title === '' ? settings.name : `${content.title} – ${settings.name}`}</title>
    <link rel="stylesheet" href="${stylesheetPath}" />
    ${
      content.path === undefined
        ? html`<meta name="robots" content="noindex" />`
        : html`<link rel="canonical" href="${settings.origin}${content.path}" />`
    }
    <link rel="license" href="${settings.license}" />
    ${
      content.actor === undefined
        ? ''
        : html`<link rel="alternate" type="application/activity+json" href="${content.actor}" />
            <link rel="me" href="${settings.origin}${content.path ?? ''}" />`
    }
    ${
      content.structuredData === undefined
        ? ''
        : html`<link rel="alternate" type="application/ld+json" href="${settings.origin}${content.path}" />
            <script type="application/ld+json">
              ${raw(scriptJson(content.structuredData))}
            </script>`
    }`;

const searchBox = (say: (typeof words)[keyof typeof words]): Html =>
  html`<search>
    <form class="box" action="/search" method="get">
      <label class="unseen" for="header-search">${say.searchFor}</label>
      <input id="header-search" name="q" type="search" maxlength="200" placeholder="${say.searchFor}" />
      <button type="submit">${say.search}</button>
    </form>
  </search>`;

/** A whole page in the frame that all pages share: correct without scripts, and with nothing from anywhere else. */
export const renderPage = async (settings: NodeSettings, content: PageContent): Promise<string> => {
  const say = words[settings.language];
  const document = await html`<!doctype html>
    <html lang="${settings.language}">
      <head>
        ${head(settings, content)}
      </head>
      <body>
        <a class="skip" href="#content">${say.skip}</a>
        ${settings.fictional ? html`<aside class="banner">${say.fictional}</aside>` : ''}
        <header>
          <a class="home" href="/">${settings.name}</a>
          <nav aria-label="${say.main}">
            <a href="/places">${say.places}</a>
            <a href="/products">${say.products}</a>
            <a href="/services">${say.services}</a>
            <a href="/events">${say.events}</a>
            <a href="/parcel-points">${say.parcelPoints}</a>
          </nav>
          ${content.ownSearch === true ? '' : searchBox(say)}
        </header>
        <main id="content" tabindex="-1">${content.body}</main>
        <footer>
          <p>
            ${say.runBy} ${settings.operator.name}. ${say.license}:
            <a rel="license" href="${settings.license}">${licenceName(settings.license)}</a>.
          </p>
          <p>
            <a href="/about">${say.about}</a> · <a href="/feed">${say.openData}</a> ·
            <a href="/sources">${say.sources}</a> · <a href="/ranking">${say.ranking}</a> ·
            <a href="/api">${say.forPrograms}</a>
          </p>
        </footer>
      </body>
    </html> `;
  return String(document);
};
