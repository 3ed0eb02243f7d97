import type { SearchAnswer, SearchOffer, SearchResult } from '@openstraat/spec';
import { html } from 'hono/html';
import type { NodeSettings } from '../../../config/settings.ts';
import type { Html } from '../../../http/html.ts';
import { printedBarcode } from '../barcode.ts';
import { stockWords } from '../offer-values.ts';
import { linkTo } from '../parts.ts';
import { placeKindName } from '../../../place-kinds/place-kinds.ts';
import { formatDuration, showText } from '../values.ts';
import { type QuestionFields, questionLink } from './question-link.ts';
import {
  type CountedFrom,
  localAddress,
  showEventTimes,
  showNearness,
  showOpenness,
  showOrigin,
  showResultPrice,
  showSeenAt,
} from './result-values.ts';
import { scoreTermWords, searchWordsOf } from './search-words.ts';

type Place = SearchOffer['place'];
type Result<T extends SearchResult['type']> = Extract<SearchResult, { type: T }>;

/** What the parts of a result are made from. */
interface ResultContext {
  readonly settings: NodeSettings;
  readonly from: CountedFrom;
  readonly fields: QuestionFields;
  readonly answer: SearchAnswer;
}

/** Parts of a line with points between them; those that are not known are left out. */
const line = (parts: readonly (Html | string | undefined)[]): Html => {
  const known = parts.filter((part) => part !== undefined && part !== '');
  return html`${known.map((part, index) => html`${index > 0 ? ' · ' : ''}${part}`)}`;
};

const linkHere = (iri: string, text: Html | string, { settings }: ResultContext): Html =>
  linkTo(localAddress(iri, settings.origin), text);

const placeLink = (place: Place, context: ResultContext): Html =>
  linkHere(place.id, showText(place.name, context.settings.language), context);

const street = ({ streetAddress, addressLocality }: Place): string =>
  [streetAddress, addressLocality].filter((part) => part !== undefined).join(', ');

const kindWords = (place: Place, { settings }: ResultContext): string =>
  placeKindName(place.kind, settings.language).text;

const figureIn = (language: NodeSettings['language']): ((value: number) => string) => {
  const format = new Intl.NumberFormat(language, {
    minimumFractionDigits: 3,
    maximumFractionDigits: 3,
    useGrouping: false,
  });
  return (value) => format.format(value);
};

const why = ({ why: reasons, explain }: SearchResult, { settings }: ResultContext): Html => {
  const { language } = settings;
  const say = searchWordsOf[language];
  const figure = figureIn(language);
  return html`<details class="why">
    <summary>${say.why}</summary>
    <ul>
      ${reasons.map(({ text }) => html`<li>${text}</li>`)}
    </ul>
    ${
      explain === undefined
        ? ''
        : html`<table>
              <thead>
                <tr>
                  <th scope="col">${say.term}</th>
                  <th scope="col">${say.value}</th>
                  <th scope="col">${say.weight}</th>
                  <th scope="col">${say.share}</th>
                </tr>
              </thead>
              <tbody>
                ${explain.terms.map(
                  ({ term, value, weight, share }) =>
                    html`<tr>
                      <td>${scoreTermWords[term]?.[language] ?? term}</td>
                      <td>${figure(value)}</td>
                      <td>${figure(weight)}</td>
                      <td>${figure(share)}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
            <p class="quiet">
              ${say.score}: ${figure(explain.score)}.
              ${explain.tie === undefined ? '' : `${say.tie} ${figure(explain.tie.value)} (${explain.tie.seed}).`}
            </p>`
    }
  </details>`;
};

const offerLine = (offer: SearchOffer, context: ResultContext): Html => {
  const { language, origin } = context.settings;
  return html`<li>
    <span class="what">${line([placeLink(offer.place, context), showNearness(offer, language)])}</span>
    <span>${line([showResultPrice(offer, language), stockWords(offer, language)])}</span>
    <span class="quiet"
      >${line([
        street(offer.place),
        showOpenness(offer.open, context.from, language),
        showSeenAt(offer, language),
        showOrigin(offer.origin, origin, language),
      ])}</span
    >
  </li>`;
};

/** Where the other offers of a product stand: with the place and the choices of this question, best first. */
const moreOffersAddress = (
  { id, gtin }: Result<'product'>,
  { fields, answer: { where, query, next }, settings }: ResultContext,
): string => {
  if (gtin === undefined) return localAddress(id, settings.origin);
  if (query.gtin !== undefined && next !== undefined) return localAddress(next, settings.origin);
  // A place that stood among the words stands alone now.
  const near = fields['near'] === undefined && where?.near !== undefined ? { near: where.near } : {};
  return questionLink(fields, { q: undefined, type: undefined, ...near, gtin });
};

const product = (result: Result<'product'>, context: ResultContext): Html => {
  const { language, origin } = context.settings;
  const say = searchWordsOf[language];
  const barcode = result.gtin === undefined ? undefined : printedBarcode(result.gtin);
  const name = result.name === undefined ? (barcode ?? result.id) : showText(result.name, language);
  return html`<h3>${linkHere(result.id, name, context)}</h3>
    <p class="quiet">
      ${line([
        result.brand === undefined ? undefined : showText(result.brand, language),
        barcode,
        showOrigin(result.origin, origin, language),
      ])}
    </p>
    ${
      result.offers.length === 0
        ? html`<p>${say.nowhere}</p>`
        : html`<ul class="where">
            ${result.offers.map((offer) => offerLine(offer, context))}
          </ul>`
    }
    ${
      result.moreOffers === 0
        ? ''
        : html`<p class="quiet">
            <a href="${moreOffersAddress(result, context)}">${say.moreOffers}: ${result.moreOffers}</a>
          </p>`
    }`;
};

const place = (result: Result<'place'>, context: ResultContext): Html => {
  const { language, origin } = context.settings;
  return html`<h3>${placeLink(result.place, context)}</h3>
    <p>${line([kindWords(result.place, context), showNearness(result, language)])}</p>
    <p class="quiet">
      ${line([
        street(result.place),
        showOpenness(result.open, context.from, language),
        showOrigin(result.origin, origin, language),
      ])}
    </p>
    ${
      result.carries === undefined || result.carries.length === 0
        ? ''
        : html`<p>${searchWordsOf[language].carries}: ${result.carries.join(', ')}</p>`
    }`;
};

const service = (result: Result<'service'>, context: ResultContext): Html => {
  const { language, origin } = context.settings;
  return html`<h3>${linkHere(result.id, showText(result.name, language), context)}</h3>
    <p>
      ${line([
        result.place === undefined ? undefined : placeLink(result.place, context),
        showNearness(result, language),
        showResultPrice(result, language),
        result.duration === undefined ? undefined : formatDuration(result.duration, language),
      ])}
    </p>
    <p class="quiet">
      ${line([
        result.place === undefined ? undefined : street(result.place),
        result.open === undefined ? undefined : showOpenness(result.open, context.from, language),
        showOrigin(result.origin, origin, language),
      ])}
    </p>`;
};

const event = (result: Result<'event'>, context: ResultContext): Html => {
  const { language, origin } = context.settings;
  return html`<h3>${linkHere(result.id, showText(result.name, language), context)}</h3>
    <p>
      ${line([
        showEventTimes(result, context.from, language),
        result.place === undefined ? undefined : placeLink(result.place, context),
        showNearness(result, language),
      ])}
    </p>
    <p class="quiet">
      ${line([result.place === undefined ? undefined : street(result.place), showOrigin(result.origin, origin, language)])}
    </p>`;
};

const parcelPoint = (result: Result<'parcel-point'>, context: ResultContext): Html => {
  const { language, origin } = context.settings;
  const own = result.name === undefined ? undefined : showText(result.name, language);
  const name = own ?? `${searchWordsOf[language].parcelPoint} ${result.carrier.join(', ')}`;
  return html`<h3>${linkHere(result.id, name, context)}</h3>
    <p>
      ${line([
        result.place === undefined ? undefined : placeLink(result.place, context),
        showNearness(result, language),
        result.carrier.join(', '),
      ])}
    </p>
    <p class="quiet">
      ${line([
        result.place === undefined ? undefined : street(result.place),
        showOpenness(result.open, context.from, language),
        showOrigin(result.origin, origin, language),
      ])}
    </p>`;
};

const showResult = (result: SearchResult, context: ResultContext): Html => {
  if (result.type === 'product') return product(result, context);
  if (result.type === 'place') return place(result, context);
  if (result.type === 'service') return service(result, context);
  return result.type === 'event' ? event(result, context) : parcelPoint(result, context);
};

const list = (heading: string, results: readonly SearchResult[], context: ResultContext): Html | '' =>
  results.length === 0
    ? ''
    : html`<section>
        <h2>${heading}</h2>
        <ol class="results">
          ${results.map((result) => html`<li>${showResult(result, context)} ${why(result, context)}</li>`)}
        </ol>
      </section>`;

/** A place that stands here for what it carries: nobody lists the product itself. */
const isCarrier = (result: SearchResult): boolean =>
  result.type === 'place' && result.carries !== undefined && result.carries.length > 0;

/** Whether nobody near names it is known of a whole answer only: not of its second page, and not where something was found. */
const carriersHeading = (near: readonly SearchResult[], { fields, settings }: ResultContext): string => {
  const say = searchWordsOf[settings.language];
  return near.length === 0 && fields['cursor'] === undefined ? say.mayCarry : say.mayCarryToo;
};

/** The results as an honest list: what lies farther than was asked stands under a heading of its own. */
export const searchResults = (answer: SearchAnswer, fields: QuestionFields, settings: NodeSettings): Html => {
  const say = searchWordsOf[settings.language];
  const isAskedFor = fields['open'] !== undefined && fields['open'] !== 'now';
  const context = { settings, from: { at: answer.at, isAskedFor }, fields, answer };
  const near = answer.results.filter((result) => !result.farther && !isCarrier(result));
  const carriers = answer.results.filter((result) => !result.farther && isCarrier(result));
  const farther = answer.results.filter((result) => result.farther);
  return html`${list(say.results, near, context)} ${list(carriersHeading(near, context), carriers, context)}
  ${list(say.farther, farther, context)}`;
};
