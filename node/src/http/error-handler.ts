import type { ErrorHandler, NotFoundHandler } from 'hono';
import type { Logger } from 'pino';
import type { NodeSettings } from '../config/settings.ts';
import { Fault } from '../model/fault.ts';
import { respondWithProblem } from './problem-response.ts';
import { problems } from './problems.ts';

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
    if (status >= 500) logger.error({ err: error, code }, 'request failed');
    const restart = code === 'cursor-gone' ? { restart: `${settings.origin}/feed` } : {};
    return respondWithProblem(context, settings, { code, detail: detailOf(error, status), ...restart });
  };

/** Answers an address that nothing stands at. */
export const notFoundHandler =
  (settings: NodeSettings): NotFoundHandler =>
  (context) =>
    respondWithProblem(context, settings, { code: 'not-found', detail: 'Nothing stands at this address.' });
