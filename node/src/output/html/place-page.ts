import { parseThingId, type Place, type ThingId } from '@openstraat/spec';
import { html } from 'hono/html';
import type { Html } from '../../http/html.ts';
import type { PageContent } from '../../http/page-layout.ts';
import { readQuery } from '../../http/query.ts';
import { pageLimits } from './limits.ts';
import { showAvailability, showPrice, showSeen } from './offer-values.ts';
import type { PageContext } from './page-context.ts';
import {
  factList,
  linkList,
  linkTo,
  nextPage,
  pictureLinks,
  showAddressLine,
  showClosures,
  showDescription,
  showOpeningHours,
  showSources,
} from './parts.ts';
import { showProductName } from './product-name.ts';
import { thingsAtPlace } from './related-things.ts';
import { placeKindName, termWords } from './term-words.ts';
import { chooseText, showAddress, showMoment, showText } from './values.ts';

const placeFacts = (place: Place, context: PageContext): Html => {
  const { language, say } = context;
  const kind = placeKindName(place.placeKind, language);
  const accuracy = { exact: undefined, postcode: say.accuracyPostcode, town: say.accuracyTown }[place.geo.accuracy];
  return factList([
    [say.type, kind.language === undefined ? kind.text : html`<span lang="${kind.language}">${kind.text}</span>`],
    [say.address, showAddressLine(place.address)],
    [say.hours, showOpeningHours(place.openingHours, context)],
    [say.closed, showClosures(place, context)],
    [
      say.phone,
      place.telephone === undefined
        ? undefined
        : html`<a href="tel:${place.telephone.replaceAll(/[^+\d]/g, '')}">${place.telephone}</a>`,
    ],
    [
      say.email,
      place.email === undefined
        ? undefined
        : html`<a href="mailto:${encodeURIComponent(place.email)}">${place.email}</a>`,
    ],
    [say.website, place.url === undefined ? undefined : showAddress(place.url)],
    [say.brands, place.brandCarried?.join(', ')],
    [say.categories, place.categoryCarried?.join(', ')],
    [say.carriers, place.carrier?.join(', ')],
    [say.accessibility, place.wheelchair === undefined ? undefined : termWords[place.wheelchair]?.[language]],
    [say.payment, place.paymentAccepted?.join(', ')],
    [say.languages, place.knowsLanguage?.join(', ')],
    [say.picture, pictureLinks(place.image, context)],
    [say.alsoKnownAt, linkList(place.sameAs)],
    [say.position, accuracy],
  ]);
};

const offerRow = async (id: ThingId, context: PageContext, sources: Set<string>): Promise<Html | ''> => {
  const offer = await context.read.thing('Offer', id);
  if (offer === undefined) return '';
  sources.add(offer.source);
  const product = await context.read.thing('Product', offer.itemOffered);
  return html`<tr>
    <td>
      ${linkTo(offer.itemOffered, product === undefined ? (offer.gtin ?? offer.sku ?? offer.itemOffered) : showProductName(product, context))}
    </td>
    <td>${showPrice(offer, context) ?? context.say.priceUnknown}</td>
    <td>${showAvailability(offer, context)}</td>
    <td>${linkTo(id, await showSeen(offer, context))}</td>
  </tr>`;
};

const offersSection = async (place: ThingId, context: PageContext, sources: Set<string>): Promise<Html | ''> => {
  const { after } = readQuery(context.url, ['after'], 'ignored');
  const page = await thingsAtPlace(context.log, place, 'Offer', pageLimits.offers, after);
  if (page.ids.length === 0) return '';
  const { say } = context;
  const rows = await Promise.all(page.ids.map((id) => offerRow(id, context, sources)));
  return html`<section>
    <h2>${say.offersHere}</h2>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">${say.product}</th>
            <th scope="col">${say.price}</th>
            <th scope="col">${say.availability}</th>
            <th scope="col">${say.seen}</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
    ${nextPage(place, 'after', page.next, context)}
  </section>`;
};

const services = async (place: ThingId, context: PageContext): Promise<Html | ''> => {
  const { ids } = await thingsAtPlace(context.log, place, 'Service', pageLimits.thingsAtPlace);
  const found = (await Promise.all(ids.map((id) => context.read.thing('Service', id)))).filter(
    (one) => one !== undefined,
  );
  if (found.length === 0) return '';
  return html`<section>
    <h2>${context.say.services}</h2>
    <ul class="plain">
      ${found.map((service) => html`<li>${linkTo(service.id, showText(service.name, context.language))}</li>`)}
    </ul>
  </section>`;
};

const events = async (place: ThingId, context: PageContext): Promise<Html | ''> => {
  const { ids } = await thingsAtPlace(context.log, place, 'Event', pageLimits.thingsAtPlace);
  const found = (await Promise.all(ids.map((id) => context.read.thing('Event', id)))).filter(
    (one) => one !== undefined,
  );
  if (found.length === 0) return '';
  const sorted = found.toSorted((one, other) => Date.parse(one.startDate) - Date.parse(other.startDate));
  return html`<section>
    <h2>${context.say.events}</h2>
    <ul class="plain">
      ${sorted.map(
        (event) =>
          html`<li>
            ${linkTo(event.id, showText(event.name, context.language))},
            ${showMoment(event.startDate, context.language)}
          </li>`,
      )}
    </ul>
  </section>`;
};

const parcelPoints = async (place: ThingId, context: PageContext): Promise<Html | ''> => {
  const { ids } = await thingsAtPlace(context.log, place, 'ParcelPoint', pageLimits.thingsAtPlace);
  const found = (await Promise.all(ids.map((id) => context.read.thing('ParcelPoint', id)))).filter(
    (one) => one !== undefined,
  );
  if (found.length === 0) return '';
  return html`<section>
    <h2>${context.say.parcelPoints}</h2>
    <ul class="plain">
      ${found.map(
        (point) =>
          html`<li>
            ${linkTo(point.id, point.carrier.join(', '))}:
            ${point.parcelService.map((service) => termWords[service]?.[context.language] ?? service).join(', ')}
          </li>`,
      )}
    </ul>
  </section>`;
};

/** The page of a place: where, when, what is there, and who says so. */
export const placePage = async (place: Place, context: PageContext): Promise<PageContent> => {
  const id = place.id as ThingId;
  const key = parseThingId(id)?.key;
  const title = chooseText(place.name, context.language);
  const sources = new Set([place.source]);
  const sections =
    key === undefined
      ? []
      : [
          await offersSection(id, context, sources),
          await services(id, context),
          await events(id, context),
          await parcelPoints(id, context),
        ];
  return {
    title: title.text,
    path: id,
    body: html`<h1>${showText(place.name, context.language)}</h1>
      ${showDescription(place.description, context)} ${placeFacts(place, context)} ${sections}
      ${await showSources(sources, context)}`,
  };
};
