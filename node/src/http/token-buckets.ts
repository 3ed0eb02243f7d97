import type { Clock } from '../model/clock.ts';

/** What a client may still ask. */
export interface Allowance {
  readonly allowed: boolean;
  /** Requests left at this moment, whole ones. */
  readonly remaining: number;
  /** Until everything may be asked again. */
  readonly resetSeconds: number;
  /** Until one more may be asked; 0 when it may now. */
  readonly retryAfterSeconds: number;
}

/** Counts requests by client, in memory alone. */
export interface TokenBuckets {
  take(client: string): Allowance;
  /** Gives back what was taken for a request that could not be answered, and says what that leaves. */
  giveBack(client: string): Allowance;
  /** Clients remembered at this moment. */
  readonly size: number;
}

interface Bucket {
  tokens: number;
  atMs: number;
}

/**
 * Makes token buckets: each client may ask `quota` at once, and as many in every window.
 * @param clientsMax how many clients are remembered; the one that was quiet longest is forgotten first
 */
export const createTokenBuckets = (
  clock: Clock,
  { quota, windowMs, clientsMax }: { readonly quota: number; readonly windowMs: number; readonly clientsMax: number },
): TokenBuckets => {
  // In order of use: a map keeps the order in which keys were set.
  const buckets = new Map<string, Bucket>();
  const perMs = quota / windowMs;

  const tokensAt = (client: string, nowMs: number): number => {
    const before = buckets.get(client) ?? { tokens: quota, atMs: nowMs };
    // A clock that was set back gives nothing, and takes nothing.
    return Math.min(quota, before.tokens + Math.max(0, nowMs - before.atMs) * perMs);
  };

  const remember = (client: string, left: number, nowMs: number, allowed: boolean): Allowance => {
    buckets.delete(client);
    buckets.set(client, { tokens: left, atMs: nowMs });
    if (buckets.size > clientsMax) for (const [oldest] of buckets.entries().take(1)) buckets.delete(oldest);
    return {
      allowed,
      remaining: Math.floor(left),
      resetSeconds: Math.ceil((quota - left) / perMs / 1_000),
      retryAfterSeconds: allowed ? 0 : Math.max(1, Math.ceil((1 - left) / perMs / 1_000)),
    };
  };

  return {
    take(client) {
      const nowMs = clock.now();
      const tokens = tokensAt(client, nowMs);
      const allowed = tokens >= 1;
      return remember(client, allowed ? tokens - 1 : tokens, nowMs, allowed);
    },
    giveBack(client) {
      const nowMs = clock.now();
      return remember(client, Math.min(quota, tokensAt(client, nowMs) + 1), nowMs, true);
    },
    get size() {
      return buckets.size;
    },
  };
};
