import type { Context } from 'hono';
import { html } from 'hono/html';
import type { NodeSettings } from '../config/settings.ts';
import { cacheControl } from './cache-control.ts';
import { contentType, mediaTypes } from './media-types.ts';
import { negotiate } from './negotiate.ts';
import { renderPage } from './page-layout.ts';
import { type ProblemCode, problems } from './problems.ts';

/** Where the meaning of each problem code is written down. */
const problemNamespace = 'https://w3id.org/openstraat/problems#';

/** What is wrong with one parameter. */
export interface ParameterError {
  readonly parameter: string;
  readonly detail: string;
}

/** A problem to answer with; `detail` says what is wrong with this request in particular. */
export interface Problem {
  readonly code: ProblemCode;
  readonly detail: string;
  /** Where a reader of the feed begins again. */
  readonly restart?: string;
  /** Request methods that would do. */
  readonly allow?: string;
  /** Every parameter that is wrong. */
  readonly errors?: readonly ParameterError[];
  readonly retryAfterSeconds?: number;
}

/** A problem as a body (RFC 9457). */
export const problemJson = ({ code, detail, restart, errors }: Problem): string =>
  JSON.stringify({
    type: problemNamespace + code,
    title: problems[code].title,
    status: problems[code].status,
    detail,
    code,
    ...(restart === undefined ? {} : { restart }),
    ...(errors === undefined ? {} : { errors }),
  });

/** Answers with a problem: JSON to programs (RFC 9457), a page to people. */
export const respondWithProblem = async (
  context: Context,
  settings: NodeSettings,
  problem: Problem,
): Promise<Response> => {
  const { status, title, words } = problems[problem.code];
  const headers = {
    'Cache-Control': cacheControl.never,
    Vary: 'Accept',
    ...(problem.allow === undefined ? {} : { Allow: problem.allow }),
    ...(problem.retryAfterSeconds === undefined ? {} : { 'Retry-After': String(problem.retryAfterSeconds) }),
  };
  // JSON is what a program gets that accepts nothing of what we have: a problem is never a reason for another problem.
  const type = negotiate(context.req.header('Accept'), [mediaTypes.problem, mediaTypes.json, mediaTypes.html]);
  if (type !== mediaTypes.html)
    return context.body(problemJson(problem), status, {
      ...headers,
      'Content-Type': contentType(mediaTypes.problem),
    });
  const say = words[settings.language];
  const page = await renderPage(settings, {
    title: say.title,
    body: html`<h1>${say.title}</h1>
      <p>${say.todo}</p>
      <p class="quiet" lang="en">${status} ${title}. ${problem.detail}</p>`,
  });
  return context.body(page, status, { ...headers, 'Content-Type': contentType(mediaTypes.html) });
};
