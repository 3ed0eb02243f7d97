import { type Kind, kindModels, type ThingData, type ThingId } from '@openstraat/spec';
import { html } from 'hono/html';
import type { Html } from '../../http/html.ts';
import type { PageContent } from '../../http/page-layout.ts';
import { readQuery } from '../../http/query.ts';
import { pageLimits } from './limits.ts';
import type { PageContext } from './page-context.ts';
import { linkTo, linkToPlace, nextPage, showAddressLine } from './parts.ts';
import { showPrice, stockWords } from './offer-values.ts';
import { parcelPointTitle } from './parcel-point-page.ts';
import { showOfferedName, showProductName } from './product-name.ts';
import { showMoment, showText } from './values.ts';

type Line = (id: ThingId, context: PageContext) => Promise<Html | ''>;

const line =
  <K extends Kind>(kind: K, show: (thing: ThingData[K], context: PageContext) => Promise<Html> | Html): Line =>
  async (id, context) => {
    const thing = await context.read.thing(kind, id);
    return thing === undefined ? '' : html`<li>${await show(thing, context)}</li>`;
  };

/** What a list says of a thing, on one line. */
const lines: Readonly<Record<Kind, Line>> = {
  Source: line(
    'Source',
    (source, { language }) => html`${linkTo(source.id, showText(source.name, language))}, ${source.attribution}`,
  ),
  Area: line('Area', (area, { language }) => linkTo(area.id, showText(area.name, language))),
  Place: line(
    'Place',
    (place, { language }) =>
      html`${linkTo(place.id, showText(place.name, language))}, ${showAddressLine(place.address)}`,
  ),
  ParcelPoint: line('ParcelPoint', (point, context) => linkTo(point.id, parcelPointTitle(point, context))),
  Product: line('Product', (product, context) => linkTo(product.id, showProductName(product, context))),
  Offer: line('Offer', async (offer, context) => {
    const product = await context.read.thing('Product', offer.itemOffered);
    const name = showOfferedName(offer, product, context);
    return html`${linkTo(offer.id, name)} ${context.say.at} ${await linkToPlace(context, offer.availableAtOrFrom)}:
    ${showPrice(offer, context) ?? context.say.priceUnknown}, ${stockWords(offer, context.language)}`;
  }),
  Service: line(
    'Service',
    async (service, context) =>
      html`${linkTo(service.id, showText(service.name, context.language))},
      ${await linkToPlace(context, service.provider)}`,
  ),
  Event: line(
    'Event',
    async (event, context) =>
      html`${linkTo(event.id, showText(event.name, context.language))},
      ${showMoment(event.startDate, context.language)}, ${await linkToPlace(context, event.location)}`,
  ),
};

const titles = {
  Source: 'sources',
  Area: 'areas',
  Place: 'places',
  ParcelPoint: 'parcelPoints',
  Product: 'products',
  Offer: 'offers',
  Service: 'services',
  Event: 'events',
} as const satisfies Readonly<Record<Kind, keyof PageContext['say']>>;

/** A page of the list of all things of a kind, in order of their ids. */
export const listPage = async (kind: Kind, context: PageContext): Promise<PageContent> => {
  const { after } = readQuery(context.url, ['after'], 'ignored');
  const path = `/${kindModels[kind].path}`;
  const ids = await context.log.ids(`${path}/`, {
    limit: pageLimits.listThings + 1,
    ...(after === undefined ? {} : { after: `${path}/${after}` }),
  });
  const shown = ids.slice(0, pageLimits.listThings);
  const items = await Promise.all(shown.map((id) => lines[kind](id, context)));
  const title = context.say[titles[kind]];
  const next = ids.length > shown.length ? shown.at(-1)?.slice(path.length + 1) : undefined;
  return {
    title,
    path,
    body: html`<h1>${title}</h1>
      ${
        items.length === 0
          ? html`<p>${context.say.noneYet}</p>`
          : html`<ul class="plain">
              ${items}
            </ul>`
      }
      ${after === undefined ? '' : html`<p><a href="${path}">${context.say.toStart}</a></p>`}
      ${nextPage(path, 'after', next, context)}`,
  };
};
