import { parseThingId, type Place, type ThingId } from '@openstraat/spec';
import { html } from 'hono/html';
import type { Html } from '../../http/html.ts';
import type { PageContent } from '../../http/page-layout.ts';
import { readQuery } from '../../http/query.ts';
import { pageLimits } from './limits.ts';
import { followSection } from './follow-place.ts';
import { languageName } from './language-name.ts';
import { type OfferLine, offerTable } from './offer-table.ts';
import { newsSection } from './news-section.ts';
import type { PageContext } from './page-context.ts';
import {
  factList,
  linkList,
  linkTo,
  nextPage,
  pictureLinks,
  readableCategory,
  showAddressLine,
  showClosures,
  showDescription,
  showOpeningHours,
  showSources,
} from './parts.ts';
import { placeKindName } from '../../place-kinds/place-kinds.ts';
import { capitalised } from './place-kinds/place-kinds.ts';
import { placeThings } from './place-things.ts';
import { showOfferedName } from './product-name.ts';
import { thingsAtPlace } from './related-things.ts';
import { termWords } from './term-words.ts';
import { chooseText, showAddress, showText } from './values.ts';

const placeFacts = (place: Place, context: PageContext): Html => {
  const { language, say } = context;
  const kind = placeKindName(place.placeKind, language);
  const kindText = capitalised(kind.text);
  const accuracy = { exact: undefined, postcode: say.accuracyPostcode, town: say.accuracyTown }[place.geo.accuracy];
  const categories = (place.categoryCarried ?? []).flatMap((one) => readableCategory(one) ?? []).join(', ');
  return factList([
    [say.type, showText(kind.language === undefined ? kindText : { [kind.language]: kindText }, language)],
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
    [say.categories, categories === '' ? undefined : categories],
    [say.carriers, place.carrier?.join(', ')],
    [say.accessibility, place.wheelchair === undefined ? undefined : termWords[place.wheelchair]?.[language]],
    [say.payment, place.paymentAccepted?.join(', ')],
    [say.languages, place.knowsLanguage?.map((code) => languageName(code, language)).join(', ')],
    [say.picture, pictureLinks(place.image, context)],
    [say.alsoKnownAt, linkList(place.sameAs)],
    [say.position, accuracy],
  ]);
};

const offerLine = async (id: ThingId, context: PageContext): Promise<OfferLine | undefined> => {
  const offer = await context.read.thing('Offer', id);
  if (offer === undefined) return undefined;
  const product = await context.read.thing('Product', offer.itemOffered);
  return { offer, subject: linkTo(offer.itemOffered, showOfferedName(offer, product, context)) };
};

const offersSection = async (place: ThingId, context: PageContext, sources: Set<string>): Promise<Html | ''> => {
  const { after } = readQuery(context.url, ['after'], 'ignored');
  const page = await thingsAtPlace(context.log, place, 'Offer', pageLimits.offers, after);
  if (page.ids.length === 0 && page.next === undefined) return '';
  const { say } = context;
  const lines = (await Promise.all(page.ids.map((id) => offerLine(id, context)))).filter((line) => line !== undefined);
  for (const { offer } of lines) sources.add(offer.source);
  return html`<section>
    <h2>${say.offersHere}</h2>
    ${lines.length === 0 ? '' : await offerTable(say.product, lines, context)}
    ${nextPage(place, 'after', page.next, context, say.offersHere)}
  </section>`;
};

/** The page of a place: where, when, what is there, and who says so. */
export const placePage = async (place: Place, context: PageContext): Promise<PageContent> => {
  const id = place.id as ThingId;
  const key = parseThingId(id)?.key;
  const title = chooseText(place.name, context.language);
  const sources = new Set([place.source]);
  const followable = context.remoteFollow?.of(id);
  const sections =
    key === undefined ? [] : [await offersSection(id, context, sources), ...(await placeThings(id, context))];
  return {
    title: title.text,
    path: id,
    ...(followable === undefined ? {} : { actor: followable.actor }),
    body: html`<h1>${showText(place.name, context.language)}</h1>
      ${showDescription(place.description, context)} ${placeFacts(place, context)} ${await newsSection(id, context)}
      ${followable === undefined ? '' : followSection(followable, id, context.language)} ${sections}
      ${await showSources(sources, context)}`,
  };
};
