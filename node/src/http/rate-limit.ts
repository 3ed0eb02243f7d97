import type { MiddlewareHandler } from 'hono';
import type { NodeSettings } from '../config/settings.ts';
import type { Clock } from '../model/clock.ts';
import { clientOf } from './client-address.ts';
import { httpLimits } from './limits.ts';
import { respondWithProblem } from './problem-response.ts';
import { createTokenBuckets } from './token-buckets.ts';

const windowSeconds = 60;
const policyName = '"search"';

/** Limits how often one client may search, and says when it may again (RFC 6585, 4; draft-ietf-httpapi-ratelimit-headers). */
export const searchRateLimit = (settings: NodeSettings, clock: Clock): MiddlewareHandler => {
  const quota = settings.searchesPerMinute;
  if (quota === 0) return (_context, next) => next();
  const buckets = createTokenBuckets(clock, {
    quota,
    windowMs: windowSeconds * 1_000,
    clientsMax: httpLimits.clientsRememberedMax,
  });
  return async (context, next) => {
    const client = clientOf(context, settings.trustedProxies);
    if (client === undefined) return next();
    const { allowed, remaining, resetSeconds, retryAfterSeconds } = buckets.take(client);
    context.header('RateLimit-Policy', `${policyName};q=${quota};w=${windowSeconds}`);
    context.header('RateLimit', `${policyName};r=${remaining};t=${resetSeconds}`);
    if (allowed) return next();
    return respondWithProblem(context, settings, {
      code: 'too-many-requests',
      detail: `One client may search ${quota} times a minute. Ask again in ${retryAfterSeconds} s.`,
      retryAfterSeconds,
    });
  };
};
