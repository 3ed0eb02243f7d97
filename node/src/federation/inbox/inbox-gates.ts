import { type Allowance, createTokenBuckets } from '../../http/token-buckets.ts';
import type { Clock } from '../../model/clock.ts';
import type { InboxLimits } from './limits.ts';

/** How often an inbox may be asked. Each answers how many seconds to stay away; undefined when it may go on. */
export interface InboxGates {
  /** Before anything is read. @param client what counts as one; undefined where it can't be told */
  enter(client: string | undefined): number | undefined;
  /** Once a signature is good: a host can't use up what is another's. */
  host(host: string): number | undefined;
}

const windowMs = 60_000;

const asWait = ({ allowed, retryAfterSeconds }: Allowance): number | undefined =>
  allowed ? undefined : retryAfterSeconds;

/** Makes the gates of one node's inboxes. */
export const createInboxGates = (clock: Clock, limits: InboxLimits): InboxGates => {
  const buckets = (quota: number, clientsMax: number) => createTokenBuckets(clock, { quota, windowMs, clientsMax });
  const all = buckets(limits.requestsAMinuteMax, 1);
  const clients = buckets(limits.clientRequestsAMinuteMax, limits.countedMax);
  const hosts = buckets(limits.hostActivitiesAMinuteMax, limits.countedMax);
  return {
    // A client that asks too much takes nothing from the others.
    enter: (client) => (client === undefined ? undefined : asWait(clients.take(client))) ?? asWait(all.take('all')),
    host: (host) => asWait(hosts.take(host)),
  };
};
