import type { MiddlewareHandler } from 'hono';

/** What a page of another site may read of an answer, beside what browsers always allow. */
const exposed = 'ETag, Link, Location, Content-Length, Retry-After, RateLimit, RateLimit-Policy, Allow';

const readMethods = 'GET, HEAD, OPTIONS';

// The only addresses that nobody can read.
const inboxPath = /^(?:\/actors\/[^/]+)?\/inbox$/;

/** Opens every public read to pages of other sites, and answers their preflight. There are no cookies to protect. */
export const crossOrigin: MiddlewareHandler = async (context, next) => {
  context.header('Access-Control-Allow-Origin', '*');
  context.header('Access-Control-Expose-Headers', exposed);
  if (context.req.method !== 'OPTIONS') return next();
  context.header('Access-Control-Allow-Methods', readMethods);
  // Whatever a library adds does no harm; the wildcard leaves out `Authorization`, which nothing public asks for.
  context.header('Access-Control-Allow-Headers', '*');
  context.header('Access-Control-Max-Age', '86400');
  context.header('Allow', inboxPath.test(context.req.path) ? 'POST, OPTIONS' : readMethods);
  return context.body(null, 204);
};
