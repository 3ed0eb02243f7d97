import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Logger } from 'pino';
import type { NodeMetrics } from './metrics.ts';

/** The pattern that handled a request, never the address itself: what people look at stays theirs. */
const routeOf = (context: Context): string => {
  const pattern = routePath(context, -1);
  return pattern === '' || pattern === '*' || pattern === '/*' ? 'unmatched' : pattern;
};

/** Logs and counts each request: method, route pattern, status, duration and bytes; no addresses, queries or user agents (PROTOCOL 7). */
export const requestLog =
  (logger: Logger, metrics: NodeMetrics): MiddlewareHandler =>
  async (context, next) => {
    const started = performance.now();
    await next();
    const milliseconds = performance.now() - started;
    const { method } = context.req;
    const { status } = context.res;
    const route = routeOf(context);
    metrics.request({ method, route, status, seconds: milliseconds / 1_000 });
    const length = context.res.headers.get('Content-Length');
    logger.info(
      {
        method,
        route,
        status,
        durationMs: Math.round(milliseconds * 100) / 100,
        bytes: length === null ? undefined : Number(length),
      },
      'request',
    );
  };
