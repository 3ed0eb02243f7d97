import type { SearchRanking } from '@openstraat/spec';
import { html } from 'hono/html';
import type { NodeSettings } from '../../../config/settings.ts';
import type { Html } from '../../../http/html.ts';
import type { PageContent } from '../../../http/page-layout.ts';
import { scoreTermWords } from './search-words.ts';

const words = {
  nl: {
    title: 'Hoe de volgorde van zoekresultaten tot stand komt',
    lead: 'Voor iedereen hetzelfde, en niet te koop.',
    intro:
      'Wie zoekt krijgt dezelfde volgorde als ieder ander die op die plek hetzelfde vraagt. Alleen wat hieronder staat telt mee. Prijs, winkel, keten, reclame en de wensen van wie dit systeem beheert tellen niet mee.',
    terms: 'Wat meetelt, en hoe zwaar',
    term: 'Onderdeel',
    weight: 'Gewicht',
    means: 'Waarde, van 0 tot 1',
    order: 'De volgorde',
    figures: 'De cijfers',
    figuresHow:
      'Met de namen die ze in het programma hebben: field is waar een woord staat, length hoeveel het een tekst langer maakt, index wat een tekst maar half zegt, query hoe een woord gevonden is, leftOut wat wegvalt als niets op alle woorden past, of als dat uitverkocht, dicht, te duur of te ver weg is.',
    check: 'Narekenen',
    checkHow:
      'Zet explain=1 achter een zoekadres: dan staat bij elk resultaat de waarde van elk onderdeel. Programma’s vragen dit adres als application/json.',
  },
  en: {
    title: 'How the order of search results comes about',
    lead: 'The same for everyone, and not for sale.',
    intro:
      'Whoever searches gets the same order as anyone else who asks the same at that place. Only what stands below counts. Price, shop, chain, advertising and the wishes of whoever runs this do not count.',
    terms: 'What counts, and how much',
    term: 'Term',
    weight: 'Weight',
    means: 'Value, from 0 to 1',
    order: 'The order',
    figures: 'The figures',
    figuresHow:
      'By the names that they have in the program: field is where a word stands, length how much longer it makes a text, index what a text says only in part, query how a word was found, leftOut what goes where nothing fits all words, or what does is sold out, shut, too dear or too far away.',
    check: 'Check it',
    checkHow:
      'Put explain=1 behind the address of a search: then each result shows the value of each term. Programs ask this address as application/json.',
  },
} as const;

/** The name of a figure, which may go on the next line behind a point and nowhere else. */
const breakable = (name: string): Html =>
  html`${name.split('.').map((part, at) => (at === 0 ? part : html`.<wbr />${part}`))}`;

/** The explanation of the order, from the same object that programs get. */
export const rankingPage = (ranking: SearchRanking, { language }: NodeSettings): PageContent => {
  const say = words[language];
  const figure = new Intl.NumberFormat(language, { maximumFractionDigits: 4 });
  return {
    title: say.title,
    path: '/ranking',
    body: html`<h1>${say.title}</h1>
      <p class="lead">${say.lead}</p>
      <p>${say.intro}</p>
      <h2>${say.terms}</h2>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">${say.term}</th>
              <th scope="col">${say.weight}</th>
              <th scope="col">${say.means}</th>
            </tr>
          </thead>
          <tbody>
            ${ranking.terms.map(
              ({ term, weight, means }) =>
                html`<tr>
                  <td>${scoreTermWords[term]?.[language] ?? term} <span class="quiet">(${term})</span></td>
                  <td>${figure.format(weight)}</td>
                  <td>${means}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <h2>${say.order}</h2>
      <ol>
        ${ranking.order.map((rule) => html`<li>${rule}</li>`)}
      </ol>
      <h2>${say.figures}</h2>
      <p>${say.figuresHow}</p>
      <dl class="facts">
        ${Object.entries(ranking.constants).map(
          ([name, value]) =>
            html`<dt>${breakable(name)}</dt>
              <dd>${figure.format(value)}</dd>`,
        )}
      </dl>
      <h2>${say.check}</h2>
      <p>${say.checkHow}</p>`,
  };
};
