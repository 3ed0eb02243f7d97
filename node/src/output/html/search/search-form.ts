import { searchDefaults, searchLimits, searchTypes } from '@openstraat/spec';
import { html } from 'hono/html';
import type { Html } from '../../../http/html.ts';
import type { NodeSettings } from '../../../config/settings.ts';
import { type QuestionFields, questionLink } from './question-link.ts';
import { showMomentShortly } from '../values.ts';
import {
  availabilityChoices,
  availabilityWords,
  fulfilmentWords,
  searchTypeWords,
  type SearchWords,
  searchWordsOf,
} from './search-words.ts';

const radiiKilometres = [1, 2, 5, 10, 25, 50, 100];
/** Fields that the form has no box for: they stay, and can be let go of one by one. */
const kept = ['category', 'brand', 'kind', 'fulfilment', 'currency', 'lat', 'lon', 'limit', 'explain'];
const named = ['category', 'brand', 'kind', 'fulfilment'] as const;
const inFilters = ['radius', 'open', 'availability', 'priceMax', 'type'];

const option = (value: string, words: string, chosen: string | undefined): Html =>
  html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${words}</option>`;

const isRadius = (metres: number): boolean =>
  metres >= searchLimits.radiusMetresMin && metres <= searchLimits.radiusMetresMax;

const radiusChoice = (fields: QuestionFields, language: NodeSettings['language']): Html => {
  const say = searchWordsOf[language];
  const usual = String(searchDefaults.radiusMetres);
  const chosen = fields['radius'] ?? usual;
  const metres = [...new Set([...radiiKilometres.map((kilometres) => String(kilometres * 1_000)), chosen])]
    .filter((text) => /^\d{1,6}$/.test(text) && isRadius(Number(text)))
    .toSorted((one, other) => Number(one) - Number(other));
  const words = (text: string): string =>
    `${new Intl.NumberFormat(language).format(Number(text) / 1_000)} ${say.kilometre}`;
  // Where nobody chose a distance none is sent: one without a place is a mistake.
  return html`<select id="search-radius" name="radius">
    ${metres.map((text) => option(text === usual ? '' : text, words(text), chosen === usual ? '' : chosen))}
  </select>`;
};

const openChoice = (fields: QuestionFields, language: NodeSettings['language']): Html => {
  const say = searchWordsOf[language];
  const { open } = fields;
  const isInstant = open !== undefined && !Number.isNaN(Date.parse(open));
  const words = isInstant ? html`${say.openThen} ${showMomentShortly(open, language)}` : html`${say.openNow}`;
  return html`<label
    ><input
      type="checkbox"
      name="open"
      value="${isInstant ? open : 'now'}"
      ${isInstant || open === 'now' ? 'checked' : ''}
    />
    ${words}</label
  >`;
};

const filters = (fields: QuestionFields, language: NodeSettings['language']): Html => {
  const say = searchWordsOf[language];
  const { currency = 'EUR' } = fields;
  return html`<details class="filters" ${inFilters.some((name) => fields[name] !== undefined) ? 'open' : ''}>
    <summary>${say.filters}</summary>
    <div class="fields">
      <p>
        <label for="search-radius">${say.radius}</label>
        ${radiusChoice(fields, language)}
      </p>
      <p>
        <label for="search-type">${say.type}</label>
        <select id="search-type" name="type">
          ${option('', say.all, fields['type'])}
          ${searchTypes.map((type) => option(type, searchTypeWords[type][language], fields['type']))}
        </select>
      </p>
      <p>
        <label for="search-availability">${say.availability}</label>
        <select id="search-availability" name="availability">
          ${availabilityChoices.map((choice) => option(choice, availabilityWords[choice][language], fields['availability'] ?? ''))}
        </select>
      </p>
      <p>
        <label for="search-price">${currency === 'EUR' ? say.highestPrice : `${say.highestPriceIn} ${currency}`}</label>
        <input id="search-price" name="priceMax" inputmode="decimal" size="8" value="${fields['priceMax'] ?? ''}" />
      </p>
      <p class="ticks">${openChoice(fields, language)}</p>
    </div>
  </details>`;
};

const limitedTo = (
  words: string,
  cleared: Readonly<Record<string, undefined>>,
  fields: QuestionFields,
  { limitedTo: only, clear }: SearchWords,
): Html => html`<p class="quiet">${only}: ${words} (<a href="${questionLink(fields, cleared)}">${clear}</a>)</p>`;

const keptFields = (fields: QuestionFields, language: NodeSettings['language']): Html => {
  const say = searchWordsOf[language];
  return html`${kept.map((name) => (fields[name] === undefined ? '' : html`<input type="hidden" name="${name}" value="${fields[name]}" />`))}
  ${
    fields['lat'] === undefined && fields['lon'] === undefined
      ? ''
      : limitedTo(say.here, { lat: undefined, lon: undefined, radius: undefined }, fields, say)
  }
  ${named.map((name) => {
    const value = fields[name];
    if (value === undefined) return '';
    return limitedTo(fulfilmentWords[value]?.[language] ?? value, { [name]: undefined }, fields, say);
  })}`;
};

/** The search form: it works without scripts, and keeps what was asked. A barcode stands among the words, where others can take its place. */
export const searchForm = (fields: QuestionFields, language: NodeSettings['language']): Html => {
  const say = searchWordsOf[language];
  return html`<search>
    <form class="search" action="/search" method="get">
      <div class="fields">
        <p class="wide">
          <label for="search-words">${say.question}</label>
          <input
            id="search-words"
            name="q"
            type="search"
            maxlength="${searchLimits.queryCharactersMax}"
            value="${fields['q'] ?? fields['gtin'] ?? ''}"
            autocomplete="off"
            aria-describedby="search-example"
          />
        </p>
        <p>
          <label for="search-near">${say.where}</label>
          <input
            id="search-near"
            name="near"
            maxlength="100"
            value="${fields['near'] ?? ''}"
            autocomplete="postal-code"
          />
        </p>
        <p class="send"><button type="submit">${say.search}</button></p>
      </div>
      <p id="search-example" class="quiet">${say.example}</p>
      ${filters(fields, language)} ${keptFields(fields, language)}
    </form>
  </search>`;
};
