import type { MiddlewareHandler } from 'hono';
import type { NodeSettings } from '../config/settings.ts';
import { httpLimits } from './limits.ts';
import { respondWithProblem } from './problem-response.ts';

const pathAndQueryLength = (url: string): number => {
  const host = url.indexOf('//') + 2;
  const path = url.indexOf('/', host);
  return path === -1 ? 0 : url.length - path;
};

const headerBytes = (headers: Headers): number => {
  let bytes = 0;
  headers.forEach((value, name) => {
    bytes += name.length + value.length;
  });
  return bytes;
};

/** Refuses requests that are larger than any honest one. */
export const requestLimits =
  (settings: NodeSettings): MiddlewareHandler =>
  async (context, next) => {
    if (pathAndQueryLength(context.req.url) > httpLimits.urlCharactersMax)
      return respondWithProblem(context, settings, {
        code: 'url-too-long',
        detail: `An address has at most ${httpLimits.urlCharactersMax} characters after the host: ask for less.`,
      });
    if (headerBytes(context.req.raw.headers) > httpLimits.headerBytesMax)
      return respondWithProblem(context, settings, {
        code: 'headers-too-large',
        detail: `All header fields together have at most ${httpLimits.headerBytesMax} bytes: send fewer or shorter ones.`,
      });
    return next();
  };
