import type { MiddlewareHandler } from 'hono';
import type { RemoteFollow } from '../remote-follow.ts';

/**
 * Lets the form on the page of a place that can be followed end at another site. Browsers hold what a form is answered with, a redirect too,
 * to the `form-action` of the page that it stands on.
 */
export const leadAway =
  (remoteFollow: RemoteFollow, schemes: readonly string[], pathOf: (path: string) => string): MiddlewareHandler =>
  async (context, next) => {
    await next();
    if (!(context.res.headers.get('Content-Type') ?? '').startsWith('text/html')) return;
    if (remoteFollow.of(pathOf(context.req.path)) === undefined) return;
    const policy = context.res.headers.get('Content-Security-Policy') ?? '';
    context.res.headers.set(
      'Content-Security-Policy',
      policy.replace("form-action 'self'", `form-action 'self' ${schemes.join(' ')}`),
    );
  };
