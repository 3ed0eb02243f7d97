import { type Kind, kindModels } from '@openstraat/spec';
import { html } from 'hono/html';
import type { Html } from '../../http/html.ts';
import type { PageContent } from '../../http/page-layout.ts';
import { readQuery } from '../../http/query.ts';
import type { PlaceSummary } from '../../project/place-summary.ts';
import { countWords } from './count-words.ts';
import { pageLimits } from './limits.ts';
import { openingHoursWords } from './opening-hours-words.ts';
import { newsSection } from './news-section.ts';
import type { PageContext } from './page-context.ts';
import { searchForm } from './search/search-form.ts';
import { linkTo, nextPage, showLicence } from './parts.ts';
import { placeKindName } from '../../place-kinds/place-kinds.ts';
import { placeSections, sectionOfKind } from './place-kinds/place-kinds.ts';
import { chooseText, showText } from './values.ts';

const kinds = [
  'Place',
  'Product',
  'Offer',
  'Service',
  'Event',
  'ParcelPoint',
  'Area',
  'Source',
] as const satisfies readonly Kind[];

const showNumbers = (context: PageContext): Html => {
  const { liveByKind } = context.log.head();
  return html`<ul class="numbers">
    ${kinds.map(
      (kind) =>
        html`<li>
          <a href="/${kindModels[kind].path}">${countWords(kind, liveByKind[kind], context.language)}</a>
        </li>`,
    )}
  </ul>`;
};

const placeLine = (place: PlaceSummary, context: PageContext): Html => {
  const { language, say } = context;
  const hours = openingHoursWords(place.openingHours, language);
  const where = [place.street, place.town].filter((part) => part !== undefined).join(', ');
  const { text, language: kindLanguage } = placeKindName(place.kind, language);
  const kind = kindLanguage === undefined ? text : { [kindLanguage]: text };
  return html`<li>
    ${linkTo(place.id, showText(place.name, language))}, ${showText(kind, language)}<br />
    <span class="quiet">${where}. ${hours === undefined ? say.hoursUnknown : hours.join('; ')}</span>
  </li>`;
};

const placeGroups = (places: readonly PlaceSummary[], context: PageContext): Html[] =>
  [...Map.groupBy(places, ({ kind }) => sectionOfKind(kind))].map(
    ([section, group]) =>
      html`<section>
        <h2>${section.heading[context.language]}</h2>
        <ul class="plain">
          ${group.map((place) => placeLine(place, context))}
        </ul>
      </section>`,
  );

/** In the order of the sections, then by kind, then by name. */
const inOrder = (places: readonly PlaceSummary[], { language }: PageContext): readonly PlaceSummary[] => {
  const { compare } = new Intl.Collator(language);
  return places
    .map((place) => ({
      place,
      section: placeSections.indexOf(sectionOfKind(place.kind)),
      kind: placeKindName(place.kind, language).text,
      name: chooseText(place.name, language).text,
    }))
    .toSorted(
      (one, other) => one.section - other.section || compare(one.kind, other.kind) || compare(one.name, other.name),
    )
    .map(({ place }) => place);
};

const readPageNumber = (url: string): number => {
  const { page = '1' } = readQuery(url, ['page'], 'ignored');
  return /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1;
};

/** The front page: who this is, how much there is, what is new, and every place by its kind. */
export const frontPage = async (places: readonly PlaceSummary[], context: PageContext): Promise<PageContent> => {
  const { settings, say } = context;
  const sorted = inOrder(places, context);
  const page = readPageNumber(context.url);
  const from = (page - 1) * pageLimits.frontPlaces;
  const shown = sorted.slice(from, from + pageLimits.frontPlaces);
  const more = from + shown.length < sorted.length;
  return {
    title: '',
    path: '/',
    ownSearch: true,
    body: html`<h1>${settings.name}</h1>
      <p class="lead">${settings.area}</p>
      ${searchForm({}, context.language)} ${showNumbers(context)}
      <p>
        ${say.feed} ${settings.area}: <a href="/feed">${say.feedLink.toLowerCase()}</a>. ${say.license}:
        ${showLicence(settings.license)}.
      </p>
      ${page === 1 ? await newsSection('/', context) : ''}
      ${shown.length === 0 ? html`<p>${say.noneYet}</p>` : placeGroups(shown, context)}
      ${page === 1 ? '' : html`<p>${say.showing} ${page}. <a href="/">${say.toStart}</a></p>`}
      ${nextPage('/', 'page', more ? page + 1 : undefined, context)}`,
  };
};
