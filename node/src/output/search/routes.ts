import {
  type SearchAnswer,
  searchDefaults,
  type SearchParameters,
  searchParametersSchema,
  type SearchRanking,
  suggestParametersSchema,
} from '@openstraat/spec';
import type { Context, Hono } from 'hono';
import { cacheControl } from '../../http/cache-control.ts';
import { fingerprint } from '../../http/entity-tag.ts';
import { mediaTypes } from '../../http/media-types.ts';
import type { NodeMetrics } from '../../http/metrics.ts';
import { negotiate } from '../../http/negotiate.ts';
import { type ParameterError, respondWithProblem } from '../../http/problem-response.ts';
import { mountRead } from '../../http/read-route.ts';
import { respond } from '../../http/respond.ts';
import { software } from '../../http/software.ts';
import { Fault } from '../../model/fault.ts';
import type { Search } from '../../search/search.ts';
import type { OutputContext } from '../context.ts';
import { explainRanking } from './explain-ranking.ts';
import { type Fields, readQuestion } from './read-question.ts';
import { soldOutIn, soldOutQuestion } from './sold-out.ts';
import { withoutWords } from './without-words.ts';

/** What a search page is made from. */
export interface SearchPageContent {
  readonly fields: Fields;
  readonly answer?: SearchAnswer;
  /** What the same question finds that is sold out, where it finds nothing else. */
  readonly soldOut?: SearchAnswer;
  readonly errors?: readonly ParameterError[];
}

/** The pages of search; who makes them is the affair of another face. */
export interface SearchPages {
  search(content: SearchPageContent): Promise<string>;
  ranking(ranking: SearchRanking): Promise<string>;
}

const forms = [mediaTypes.html, mediaTypes.json] as const;

/** Fields that a person can ask by; the others only narrow down. */
const askingFields = ['q', 'gtin', 'category', 'brand', 'kind', 'type', 'near', 'lat', 'cursor'];

const chooseForm = (context: Context): (typeof forms)[number] => {
  const type = negotiate(context.req.header('Accept'), forms);
  if (type === undefined) throw new Fault('not-acceptable', `This address answers as ${forms.join(', ')}.`);
  return type;
};

/** Faults in what was asked; of others the asker can do nothing. */
const isRefusal = (error: unknown): error is Fault =>
  error instanceof Fault && (error.code === 'bad-request' || error.code === 'cursor-invalid');

/** Mounts search, its suggestions and the explanation of its order (PROTOCOL 7). */
export const mountSearch = (
  app: Hono,
  output: OutputContext,
  search: Search,
  pages: SearchPages,
  metrics: NodeMetrics,
): void => {
  const { settings } = output;
  const ranking = explainRanking(settings.language);
  const rankingText = JSON.stringify(ranking);
  const rankingTag = fingerprint(software.version, rankingText, JSON.stringify(settings));

  const refuse = (context: Context, errors: readonly ParameterError[]): Promise<Response> =>
    respondWithProblem(context, settings, {
      code: 'bad-request',
      detail: `${errors.map(({ parameter, detail }) => `${parameter} ${detail}`.trim()).join('; ')}.`,
      errors,
    });

  const showRefusal = async (context: Context, fields: Fields, errors: readonly ParameterError[]): Promise<Response> =>
    context.body(await pages.search({ fields, errors }), 400, {
      'Cache-Control': cacheControl.never,
      'Content-Type': `${mediaTypes.html}; charset=utf-8`,
      Vary: 'Accept',
    });

  /** Asks, counts how it ended, and lets nothing of the question into the log. */
  const ask = async (parameters: SearchParameters): Promise<SearchAnswer> => {
    try {
      const answer = await search.search(parameters);
      metrics.search({ face: 'search', outcome: answer.results.length === 0 ? 'nothing' : 'found' });
      return answer;
    } catch (error) {
      metrics.search({ face: 'search', outcome: isRefusal(error) ? 'refused' : 'unavailable' });
      throw withoutWords(error);
    }
  };

  /** People are told what is sold out before they are told that there is nothing. */
  const askSoldOut = async (parameters: SearchParameters, answer: SearchAnswer): Promise<SearchAnswer | undefined> => {
    const question = soldOutQuestion(parameters, answer);
    if (question === undefined) return undefined;
    try {
      return soldOutIn(await search.search(question), answer);
    } catch (error) {
      throw withoutWords(error);
    }
  };

  const answerPage = (context: Context, content: SearchPageContent): Promise<Response> =>
    respond(context, {
      type: mediaTypes.html,
      cacheControl: cacheControl.never,
      negotiated: true,
      body: () => pages.search(content),
    });

  const answerPerson = async (context: Context): Promise<Response> => {
    const question = readQuestion(context.req.url, searchParametersSchema, 'person');
    const { fields } = question;
    if (!question.ok) {
      metrics.search({ face: 'search', outcome: 'refused' });
      return showRefusal(context, fields, question.errors);
    }
    if (!askingFields.some((name) => fields[name] !== undefined)) return answerPage(context, { fields });
    try {
      const answer = await ask(question.parameters);
      const soldOut = await askSoldOut(question.parameters, answer);
      return await answerPage(context, { fields, answer, ...(soldOut === undefined ? {} : { soldOut }) });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return showRefusal(context, fields, [{ parameter: '', detail: error.message }]);
    }
  };

  mountRead(app, settings, '/search', async (context) => {
    if (chooseForm(context) === mediaTypes.html) return answerPerson(context);
    const question = readQuestion(context.req.url, searchParametersSchema, 'program');
    if (!question.ok) {
      metrics.search({ face: 'search', outcome: 'refused' });
      return refuse(context, question.errors);
    }
    const answer = await ask(question.parameters);
    return respond(context, {
      type: mediaTypes.json,
      cacheControl: cacheControl.never,
      negotiated: true,
      body: () => JSON.stringify(answer),
    });
  });

  mountRead(app, settings, '/search/suggest', async (context) => {
    const question = readQuestion(context.req.url, suggestParametersSchema, 'program');
    if (!question.ok) {
      metrics.search({ face: 'suggest', outcome: 'refused' });
      return refuse(context, question.errors);
    }
    const { q, limit = searchDefaults.suggestions } = question.parameters;
    try {
      const answer = await search.suggest(q, limit);
      metrics.search({ face: 'suggest', outcome: answer.suggestions.length === 0 ? 'nothing' : 'found' });
      return await respond(context, {
        type: mediaTypes.json,
        cacheControl: cacheControl.never,
        negotiated: false,
        body: () => JSON.stringify(answer),
      });
    } catch (error) {
      metrics.search({ face: 'suggest', outcome: 'unavailable' });
      throw withoutWords(error);
    }
  });

  mountRead(app, settings, '/ranking', (context) => {
    const type = chooseForm(context);
    return respond(context, {
      type,
      tag: `${rankingTag}.${type === mediaTypes.html ? 'h' : 'j'}`,
      cacheControl: cacheControl.minutes,
      negotiated: true,
      body: () => (type === mediaTypes.html ? pages.ranking(ranking) : rankingText),
    });
  });
};
