import { searchDefaults, searchLimits, searchTypes } from '@openstraat/spec';
import { html } from 'hono/html';
import type { Html } from '../../../http/html.ts';
import type { NodeSettings } from '../../../config/settings.ts';
import { type QuestionFields, questionLink } from './question-link.ts';
import { searchTypeWords, searchWordsOf } from './search-words.ts';

const radiiKilometres = [1, 2, 5, 10, 25, 50, 100];
/** Fields that the form has no box for: they stay, and can be let go of one by one. */
const kept = ['gtin', 'category', 'brand', 'kind', 'fulfilment', 'currency', 'lat', 'lon', 'limit', 'explain'];
const named = ['gtin', 'category', 'brand', 'kind'];
const inFilters = ['radius', 'open', 'availability', 'priceMax', 'type'];

const option = (value: string, words: string, chosen: string | undefined): Html =>
  html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${words}</option>`;

const filters = (fields: QuestionFields, language: NodeSettings['language']): Html => {
  const say = searchWordsOf[language];
  const radius = fields['radius'] ?? String(searchDefaults.radiusMetres);
  const metres = [...new Set([...radiiKilometres.map((kilometres) => String(kilometres * 1_000)), radius])]
    .filter((text) => /^\d{1,6}$/.test(text))
    .toSorted((one, other) => Number(one) - Number(other));
  return html`<details class="filters" ${inFilters.some((name) => fields[name] !== undefined) ? 'open' : ''}>
    <summary>${say.filters}</summary>
    <div class="fields">
      <p>
        <label for="search-radius">${say.radius}</label>
        <select id="search-radius" name="radius">
          ${metres.map((text) => option(text, `${new Intl.NumberFormat(language).format(Number(text) / 1_000)} ${say.kilometre}`, radius))}
        </select>
      </p>
      <p>
        <label for="search-type">${say.type}</label>
        <select id="search-type" name="type">
          ${option('', say.all, fields['type'])}
          ${searchTypes.map((type) => option(type, searchTypeWords[type][language], fields['type']))}
        </select>
      </p>
      <p>
        <label for="search-price">${say.highestPrice}</label>
        <input id="search-price" name="priceMax" inputmode="decimal" size="8" value="${fields['priceMax'] ?? ''}" />
      </p>
      <p class="ticks">
        <label
          ><input type="checkbox" name="open" value="now" ${fields['open'] === 'now' ? 'checked' : ''} />
          ${say.openNow}</label
        >
        <label
          ><input
            type="checkbox"
            name="availability"
            value="any"
            ${fields['availability'] === 'any' ? 'checked' : ''}
          />
          ${say.alsoSoldOut}</label
        >
      </p>
    </div>
  </details>`;
};

const keptFields = (fields: QuestionFields, language: NodeSettings['language']): Html => {
  const say = searchWordsOf[language];
  return html`${kept.map((name) => (fields[name] === undefined ? '' : html`<input type="hidden" name="${name}" value="${fields[name]}" />`))}
  ${named.map((name) =>
    fields[name] === undefined
      ? ''
      : html`<p class="quiet">
          ${say.limitedTo}: ${fields[name]} (<a href="${questionLink(fields, { [name]: undefined })}">${say.clear}</a>)
        </p>`,
  )}`;
};

/** The search form: it works without scripts, and keeps what was asked. */
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
            value="${fields['q'] ?? ''}"
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
