import { type Kind, kindModels } from '@openstraat/spec';
import { html } from 'hono/html';
import type { Html } from '../../http/html.ts';
import type { PageContent } from '../../http/page-layout.ts';
import { readQuery } from '../../http/query.ts';
import type { PlaceSummary } from '../../project/place-summary.ts';
import { pageLimits } from './limits.ts';
import { openingHoursWords } from './opening-hours-words.ts';
import type { PageContext } from './page-context.ts';
import { linkTo, nextPage } from './parts.ts';
import { placeKindName } from './term-words.ts';
import { showText } from './values.ts';

const numbers = [
  ['Place', 'places'],
  ['Product', 'products'],
  ['Offer', 'offers'],
  ['Service', 'services'],
  ['Event', 'events'],
  ['ParcelPoint', 'parcelPoints'],
  ['Area', 'areas'],
  ['Source', 'sources'],
] as const satisfies readonly (readonly [Kind, keyof PageContext['say']])[];

const showNumbers = (context: PageContext): Html => {
  const { liveByKind } = context.log.head();
  const format = new Intl.NumberFormat(context.language === 'nl' ? 'nl-NL' : 'en-GB');
  return html`<ul class="numbers">
    ${numbers.map(
      ([kind, word]) =>
        html`<li>
          <a href="/${kindModels[kind].path}">${format.format(liveByKind[kind])} ${context.say[word].toLowerCase()}</a>
        </li>`,
    )}
  </ul>`;
};

const placeLine = (place: PlaceSummary, context: PageContext): Html => {
  const hours = openingHoursWords(place.openingHours, context.language);
  const where = [place.street, place.town].filter((part) => part !== undefined).join(', ');
  return html`<li>
    ${linkTo(place.id, showText(place.name, context.language))}, ${where}<br /><span class="quiet"
      >${hours === undefined ? context.say.hoursUnknown : hours.join('; ')}</span
    >
  </li>`;
};

const placeGroups = (places: readonly PlaceSummary[], context: PageContext): Html[] =>
  [...Map.groupBy(places, ({ kind }) => kind)].map(([kind, group]) => {
    const name = placeKindName(kind, context.language);
    const heading =
      name.language === undefined ? html`<h2>${name.text}</h2>` : html`<h2 lang="${name.language}">${name.text}</h2>`;
    return html`<section>
      ${heading}
      <ul class="plain">
        ${group.map((place) => placeLine(place, context))}
      </ul>
    </section>`;
  });

const readPageNumber = (url: string): number => {
  const { page = '1' } = readQuery(url, ['page'], 'ignored');
  return /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1;
};

/** The front page: who this is, how much there is, and every place by its kind. */
export const frontPage = (places: readonly PlaceSummary[], context: PageContext): PageContent => {
  const { settings, say, language } = context;
  const named = (place: PlaceSummary): string => placeKindName(place.kind, language).text;
  const sorted = places.toSorted((one, other) => named(one).localeCompare(named(other), language));
  const page = readPageNumber(context.url);
  const from = (page - 1) * pageLimits.frontPlaces;
  const shown = sorted.slice(from, from + pageLimits.frontPlaces);
  const more = from + shown.length < sorted.length;
  return {
    title: '',
    path: '/',
    body: html`<h1>${settings.name}</h1>
      <p class="lead">${settings.area}</p>
      ${showNumbers(context)}
      <p>
        ${say.feed}. <a href="/feed">${say.feedLink}</a>. ${say.license}:
        <a href="${settings.license}">${settings.license}</a>.
      </p>
      ${shown.length === 0 ? html`<p>${say.noneYet}</p>` : placeGroups(shown, context)}
      ${page === 1 ? '' : html`<p>${say.showing} ${page}. <a href="/">${say.toStart}</a></p>`}
      ${nextPage('/', 'page', more ? page + 1 : undefined, context)}`,
  };
};
