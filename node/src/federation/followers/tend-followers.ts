import { SendActivityError } from '@fedify/fedify';
import type { Logger } from 'pino';
import type { Clock } from '../../model/clock.ts';
import type { Delivery, DeliveryWatcher } from '../courier/watch-deliveries.ts';
import type { Follower, Followers } from './follower.ts';

/** What a delivery says of a follower. Pure. */
export const judgeFollower = (
  { failingSince }: Pick<Follower, 'failingSince'>,
  outcome: 'delivered' | 'failed' | 'gone',
  nowMs: number,
  goneMs: number,
): 'same' | 'drop' | { readonly failingSince: string | undefined } => {
  if (outcome === 'gone') return 'drop';
  if (outcome === 'delivered') return failingSince === undefined ? 'same' : { failingSince: undefined };
  if (failingSince === undefined) return { failingSince: new Date(nowMs).toISOString() };
  return nowMs - Date.parse(failingSince) >= goneMs ? 'drop' : 'same';
};

const dayMs = 86_400_000;
const goneStatus = 410;

/**
 * Keeps book of which followers can be reached, and drops those that are gone for good: at once when their inbox says so (410),
 * else after the days that the operator set. A 404 counts as failing, for a host that is being set up anew answers so too.
 */
export const createFollowerTender = ({
  followers,
  clock,
  logger,
  goneDays,
  isBlocked,
}: {
  readonly followers: Followers;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'info'>;
  readonly goneDays: number;
  readonly isBlocked: (hostname: string) => boolean;
}): DeliveryWatcher => {
  const tend = async ({ actors }: Delivery, outcome: 'delivered' | 'failed' | 'gone'): Promise<void> => {
    for (const actor of actors)
      for (const identifier of await followers.followedBy(actor)) {
        const follower = await followers.get(identifier, actor);
        if (follower === undefined) continue;
        const verdict = judgeFollower(follower, outcome, clock.now(), goneDays * dayMs);
        if (verdict === 'same') continue;
        if (verdict !== 'drop') await followers.change(identifier, actor, verdict);
        else if (await followers.remove(identifier, actor))
          logger.info({ host: new URL(actor).host, identifier }, 'a follower is gone for good');
      }
  };
  return {
    mayGo: ({ inbox }) => !isBlocked(URL.parse(inbox)?.hostname ?? ''),
    delivered: (delivery) => tend(delivery, 'delivered'),
    failed: (delivery, error) =>
      tend(delivery, error instanceof SendActivityError && error.statusCode === goneStatus ? 'gone' : 'failed'),
  };
};
