import type { Context, Hono } from 'hono';
import type { NodeSettings } from '../config/settings.ts';
import { respondWithProblem } from './problem-response.ts';

/** Mounts an address that is only read: GET and HEAD are handled, other methods are told so. */
export const mountRead = (
  app: Hono,
  settings: NodeSettings,
  path: string,
  handler: (context: Context) => Response | Promise<Response>,
): void => {
  app.get(path, handler);
  app.all(path, (context) =>
    respondWithProblem(context, settings, {
      code: 'method-not-allowed',
      detail: 'This address can only be read, with GET or HEAD.',
      allow: 'GET, HEAD, OPTIONS',
    }),
  );
};
