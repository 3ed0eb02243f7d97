import { type SearchAnswer, searchDefaults, searchLimits } from '@openstraat/spec';
import { html } from 'hono/html';
import type { NodeSettings } from '../../../config/settings.ts';
import type { Html } from '../../../http/html.ts';
import type { PageContent } from '../../../http/page-layout.ts';
import type { ParameterError } from '../../../http/problem-response.ts';
import { type QuestionFields, questionLink } from './question-link.ts';
import { parameterRefusalWords } from './parameter-refusal-words.ts';
import { refusalWords } from './refusal-words.ts';
import { distanceWords, localAddress } from './result-values.ts';
import { searchForm } from './search-form.ts';
import { searchResults } from './search-results.ts';
import { parameterWords, searchWordsOf } from './search-words.ts';
import { soldOutPart } from './sold-out-part.ts';
import { whereWords } from './where-words.ts';

/** What a search page shows: the form alone, an answer, or what is wrong with the question. */
export interface SearchPageState {
  readonly fields: QuestionFields;
  readonly answer?: SearchAnswer;
  /** What the same question finds that is sold out, where it finds nothing else. */
  readonly soldOut?: SearchAnswer;
  readonly errors?: readonly ParameterError[];
}

const errorLine = ({ parameter, detail }: ParameterError, language: NodeSettings['language']): Html => {
  // What is wrong with several fields together names none of them.
  if (parameter !== '') {
    const name = parameterWords[parameter]?.[language] ?? parameter;
    const words = parameterRefusalWords(detail, language);
    return html`<li>${name}: ${words ?? html`<span lang="en">${detail}</span>`}</li>`;
  }
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

const leftOutWords = { nl: 'Niet gezocht op', en: 'Not searched for' } as const;

const leftOut = (words: readonly string[], language: NodeSettings['language']): Html | '' =>
  words.length === 0
    ? ''
    : html`<p>${leftOutWords[language]}${words.map((word, at) => html`${at === 0 ? ' ' : ', '}<q>${word}</q>`)}.</p>`;

const asked = (answer: SearchAnswer, { language }: NodeSettings): Html => {
  const say = searchWordsOf[language];
  const { where, query } = answer;
  const corrected = query.corrected ?? [];
  return html`${
    where === undefined
      ? ''
      : html`<p class="quiet">
          ${whereWords(where, language)}, ${say.within} ${distanceWords(where.radiusMetres, language)}
        </p>`
  }
  ${query.place === undefined ? '' : html`<p>${say.onlyAt} <q>${query.place}</q>.</p>`}
  ${query.open === undefined ? '' : html`<p>${say.openNow}.</p>`} ${leftOut(query.leftOut ?? [], language)}
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

const whatToTry = (
  fields: QuestionFields,
  answer: SearchAnswer,
  soldOut: SearchAnswer | undefined,
  { language }: NodeSettings,
): Html => {
  const say = searchWordsOf[language];
  const radius = answer.where?.radiusMetres ?? searchDefaults.radiusMetres;
  const wider = Math.min(searchLimits.radiusMetresMax, radius * 5);
  const chosen = choices.filter((name) => (fields[name] ?? '') !== '' && fields[name] !== 'any');
  const isAskedOtherwise = (fields['q'] ?? fields['gtin'] ?? '') !== '';
  return html`<section>
    ${
      // What is sold out stands above, under a heading of its own: nothing is not what was found.
      soldOut === undefined
        ? html`<h2>${say.nothing}</h2>
            <p>${chosen.length === 0 ? say.nothingSays : say.nothingSaysChosen}</p>`
        : ''
    }
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

const answerPart = (
  fields: QuestionFields,
  answer: SearchAnswer,
  soldOut: SearchAnswer | undefined,
  settings: NodeSettings,
): Html => {
  const say = searchWordsOf[settings.language];
  const { next, ranking } = answer;
  const isNothing = answer.results.length === 0 && fields['cursor'] === undefined;
  return html`${asked(answer, settings)} ${soldOut === undefined ? '' : soldOutPart(soldOut, settings)}
    ${isNothing ? whatToTry(fields, answer, soldOut, settings) : searchResults(answer, fields, settings)}
    ${next === undefined ? '' : html`<nav class="pages" aria-label="${say.more}"><a rel="next" href="${localAddress(next, settings.origin)}">${say.more}</a></nav>`}
    <p class="quiet"><a href="${localAddress(ranking, settings.origin)}">${say.rankedBy}</a></p>`;
};

/** The search page. It has no address of its own, so that no search engine lists what people asked. */
export const searchPage = (
  { fields, answer, soldOut, errors }: SearchPageState,
  settings: NodeSettings,
): PageContent => {
  const say = searchWordsOf[settings.language];
  const words = fields['q'] ?? fields['gtin'];
  return {
    title: words === undefined ? say.title : `${words.slice(0, 80)} – ${say.title}`,
    ownSearch: true,
    body: html`<h1>${say.title}</h1>
      ${errors === undefined ? '' : errorList(errors, settings)} ${searchForm(fields, settings.language)}
      ${answer === undefined ? '' : answerPart(fields, answer, soldOut, settings)}`,
  };
};
