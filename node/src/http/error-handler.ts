import type { ErrorHandler, NotFoundHandler } from 'hono';
import type { Logger } from 'pino';
import type { NodeSettings } from '../config/settings.ts';
import { Fault } from '../model/fault.ts';
import { respondWithProblem } from './problem-response.ts';
import { problems } from './problems.ts';

/** A town's index is built in less, a country's in a few times as long: asking again costs nobody anything. */
const indexBuildingSeconds = 3;

const detailOf = (error: Error, status: number): string =>
  // What went wrong inside is for the log: it may name files.
  error instanceof Fault && status < 500
    ? error.message
    : 'The node could not answer. The operator can see why in its log.';

/** Turns whatever a handler threw into a problem, and logs what is the node's own fault. */
export const errorHandler =
  (settings: NodeSettings, logger: Logger): ErrorHandler =>
  async (error, context) => {
    const code = error instanceof Fault ? error.code : 'internal';
    const { status } = problems[code];
    // An index that is being built is no fault: it says when to come back, and the log stays quiet.
    if (code === 'index-building')
      return respondWithProblem(context, settings, {
        code,
        detail: `The search index is being built. Ask again in ${indexBuildingSeconds} s.`,
        retryAfterSeconds: indexBuildingSeconds,
      });
    if (status >= 500) logger.error({ err: error, code }, 'request failed');
    const restart = code === 'cursor-gone' ? { restart: `${settings.origin}/feed` } : {};
    return respondWithProblem(context, settings, { code, detail: detailOf(error, status), ...restart });
  };

/** Answers an address that nothing stands at. */
export const notFoundHandler =
  (settings: NodeSettings): NotFoundHandler =>
  (context) =>
    respondWithProblem(context, settings, {
      code: 'not-found',
      detail: 'Nothing stands at this address. What programs can ask for is listed in /openapi.json.',
    });
