import type { Event, ParcelPoint, Service, ThingData, ThingId } from '@openstraat/spec';
import { html } from 'hono/html';
import type { Html } from '../../http/html.ts';
import { readQuery } from '../../http/query.ts';
import { pageLimits } from './limits.ts';
import type { PageContext } from './page-context.ts';
import { linkTo, nextPage } from './parts.ts';
import { thingsAtPlace } from './related-things.ts';
import { termWords } from './term-words.ts';
import { showMoment, showText } from './values.ts';

type Shown = 'Service' | 'Event' | 'ParcelPoint';

const headings = {
  Service: 'services',
  Event: 'events',
  ParcelPoint: 'parcelPoints',
} as const satisfies Readonly<Record<Shown, keyof PageContext['say']>>;

const isThere = <T>(value: T | undefined): value is T => value !== undefined;

/** The things of a kind at a place, page by page: each list turns its own pages. */
const section = async <K extends Shown>(
  place: ThingId,
  kind: K,
  show: (things: readonly ThingData[K][]) => readonly Html[],
  context: PageContext,
): Promise<Html | ''> => {
  const parameter = headings[kind];
  const after = readQuery(context.url, [parameter], 'ignored')[parameter];
  const page = await thingsAtPlace(context.log, place, kind, pageLimits.thingsAtPlace, after);
  const found = (await Promise.all(page.ids.map((id) => context.read.thing(kind, id)))).filter(isThere);
  if (found.length === 0 && page.next === undefined) return '';
  const heading = context.say[headings[kind]];
  return html`<section>
    <h2>${heading}</h2>
    ${
      found.length === 0
        ? ''
        : html`<ul class="plain">
            ${show(found).map((line) => html`<li>${line}</li>`)}
          </ul>`
    }
    ${nextPage(place, parameter, page.next, context, heading)}
  </section>`;
};

const serviceLine = (service: Service, context: PageContext): Html =>
  linkTo(service.id, showText(service.name, context.language));

const eventLine = (event: Event, context: PageContext): Html =>
  html`${linkTo(event.id, showText(event.name, context.language))}, ${showMoment(event.startDate, context.language)}`;

const parcelPointLine = (point: ParcelPoint, context: PageContext): Html => {
  const words = point.parcelService.map((service) => termWords[service]?.[context.language] ?? service);
  return html`${linkTo(point.id, point.carrier.join(', '))}: ${words.join(', ')}`;
};

/** What there is at a place beside products: services, events and parcel points. */
export const placeThings = async (place: ThingId, context: PageContext): Promise<readonly (Html | '')[]> => [
  await section(place, 'Service', (services) => services.map((one) => serviceLine(one, context)), context),
  await section(
    place,
    'Event',
    (events) =>
      events
        .toSorted((one, other) => Date.parse(one.startDate) - Date.parse(other.startDate))
        .map((one) => eventLine(one, context)),
    context,
  ),
  await section(place, 'ParcelPoint', (points) => points.map((one) => parcelPointLine(one, context)), context),
];
