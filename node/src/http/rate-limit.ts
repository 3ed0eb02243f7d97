import type { Context, MiddlewareHandler } from 'hono';
import type { NodeSettings } from '../config/settings.ts';
import type { Clock } from '../model/clock.ts';
import { clientOf } from './client-address.ts';
import { httpLimits } from './limits.ts';
import { respondWithProblem } from './problem-response.ts';
import { type Allowance, createTokenBuckets } from './token-buckets.ts';

const windowSeconds = 60;
const policyName = '"search"';

const say = (context: Context, { remaining, resetSeconds }: Allowance): void => {
  context.header('RateLimit', `${policyName};r=${remaining};t=${resetSeconds}`);
};

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
    const allowance = buckets.take(client);
    const { allowed, retryAfterSeconds } = allowance;
    context.header('RateLimit-Policy', `${policyName};q=${quota};w=${windowSeconds}`);
    say(context, allowance);
    if (allowed) {
      await next();
      // Who is told to come back later has asked nothing of the index yet.
      if (context.res.status === 503) say(context, buckets.giveBack(client));
      return undefined;
    }
    return respondWithProblem(context, settings, {
      code: 'too-many-requests',
      detail: `One client may search ${quota} times a minute. Ask again in ${retryAfterSeconds} s.`,
      retryAfterSeconds,
    });
  };
};
