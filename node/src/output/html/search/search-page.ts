import { type SearchAnswer, searchDefaults, searchLimits } from '@openstraat/spec';
import { html } from 'hono/html';
import type { NodeSettings } from '../../../config/settings.ts';
import type { Html } from '../../../http/html.ts';
import type { PageContent } from '../../../http/page-layout.ts';
import type { ParameterError } from '../../../http/problem-response.ts';
import { type QuestionFields, questionLink } from './question-link.ts';
import { refusalWords } from './refusal-words.ts';
import { distanceWords, localAddress } from './result-values.ts';
import { searchForm } from './search-form.ts';
import { searchResults } from './search-results.ts';
import { parameterWords, searchWordsOf } from './search-words.ts';

/** What a search page shows: the form alone, an answer, or what is wrong with the question. */
export interface SearchPageState {
  readonly fields: QuestionFields;
  readonly answer?: SearchAnswer;
  readonly errors?: readonly ParameterError[];
}

const errorLine = ({ parameter, detail }: ParameterError, language: NodeSettings['language']): Html => {
  // What is wrong with several fields together names none of them.
  if (parameter !== '')
    return html`<li>${parameterWords[parameter]?.[language] ?? parameter}: <span lang="en">${detail}</span></li>`;
  const words = refusalWords(detail, language);
  return words === undefined ? html`<li lang="en">${detail}</li>` : html`<li>${words}</li>`;
};

const errorList = (errors: readonly ParameterError[], { language }: NodeSettings): Html =>
  html`<section class="problem" role="alert">
    <h2>${searchWordsOf[language].unreadable}</h2>
    <ul>
      ${errors.map((error) => errorLine(error, language))}
    </ul>
  </section>`;

const asked = (answer: SearchAnswer, { language }: NodeSettings): Html => {
  const say = searchWordsOf[language];
  const { where, query } = answer;
  const corrected = query.corrected ?? [];
  return html`${
    where === undefined
      ? ''
      : html`<p class="quiet">
          ${where.near === undefined ? say.here : `${say.at} ${where.near}`}, ${say.within}
          ${distanceWords(where.radiusMetres, language)}
        </p>`
  }
  ${corrected.map(({ from, to }) => html`<p>${say.correctedTo} <strong>${to}</strong>. ${say.insteadOf} <q>${from}</q>.</p>`)}`;
};

/** What leaves results out that the words would find. */
const choices = [
  'type',
  'kind',
  'brand',
  'category',
  'open',
  'availability',
  'priceMax',
  'currency',
  'fulfilment',
] as const;

const whatToTry = (fields: QuestionFields, answer: SearchAnswer, { language }: NodeSettings): Html => {
  const say = searchWordsOf[language];
  const radius = answer.where?.radiusMetres ?? searchDefaults.radiusMetres;
  const wider = Math.min(searchLimits.radiusMetresMax, radius * 5);
  const chosen = choices.filter((name) => (fields[name] ?? '') !== '' && fields[name] !== 'any');
  const isAskedOtherwise = (fields['q'] ?? fields['gtin'] ?? '') !== '';
  return html`<section>
    <h2>${say.nothing}</h2>
    <p>${chosen.length === 0 ? say.nothingSays : say.nothingSaysChosen}</p>
    <h3>${say.tryThis}</h3>
    <ul>
      ${
        chosen.length === 0 || !isAskedOtherwise
          ? ''
          : html`<li>
              <a href="${questionLink(fields, Object.fromEntries(chosen.map((name) => [name, undefined])))}"
                >${say.withoutChoices}</a
              >
            </li>`
      }
      <li>${say.checkSpelling}</li>
      ${(fields['q'] ?? '').trim().includes(' ') ? html`<li>${say.fewerWords}</li>` : ''}
      ${
        answer.where !== undefined && wider > radius
          ? html`<li>
              <a href="${questionLink(fields, { radius: String(wider) })}"
                >${say.wider} ${distanceWords(wider, language)}</a
              >
            </li>`
          : ''
      }
      ${
        fields['availability'] === 'any'
          ? ''
          : html`<li><a href="${questionLink(fields, { availability: 'any' })}">${say.soldOut}</a></li>`
      }
      <li><a href="/places">${say.moreShops}</a></li>
    </ul>
  </section>`;
};

const answerPart = (fields: QuestionFields, answer: SearchAnswer, settings: NodeSettings): Html => {
  const say = searchWordsOf[settings.language];
  const { next, ranking } = answer;
  return html`${asked(answer, settings)}
    ${answer.results.length === 0 && fields['cursor'] === undefined ? whatToTry(fields, answer, settings) : searchResults(answer, settings)}
    ${next === undefined ? '' : html`<nav class="pages" aria-label="${say.more}"><a rel="next" href="${localAddress(next, settings.origin)}">${say.more}</a></nav>`}
    <p class="quiet"><a href="${localAddress(ranking, settings.origin)}">${say.rankedBy}</a></p>`;
};

/** The search page. It has no address of its own, so that no search engine lists what people asked. */
export const searchPage = ({ fields, answer, errors }: SearchPageState, settings: NodeSettings): PageContent => {
  const say = searchWordsOf[settings.language];
  const words = fields['q'] ?? fields['gtin'];
  return {
    title: words === undefined ? say.title : `${words.slice(0, 80)} – ${say.title}`,
    ownSearch: true,
    body: html`<h1>${say.title}</h1>
      ${errors === undefined ? '' : errorList(errors, settings)} ${searchForm(fields, settings.language)}
      ${answer === undefined ? '' : answerPart(fields, answer, settings)}`,
  };
};
