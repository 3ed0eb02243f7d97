import type { Context } from '@fedify/fedify';
import { Collection, Update } from '@fedify/vocab';
import type { FeedHead } from '@openstraat/spec';
import { instant } from '../posts/instant.ts';
import { nodeIdentifier } from '../actors/local-actor.ts';

/** Address of a node's feed, as its description names it. */
const feedOf = (origin: string): URL => new URL(`${origin}/feed#stream`);

/** Says that the feed has moved. It is only a hint: whoever gets it reads the feed. */
export const writeNotice = (context: Context<void>, origin: string, head: FeedHead, nowMs: number): Update => {
  const actor = context.getActorUri(nodeIdentifier);
  const at = instant(nowMs);
  return new Update({
    // Two notices of one head are two: the later may be the one that arrives.
    id: new URL(`${actor.href}/notices/${head.epoch}-${head.position}-${nowMs}`),
    actor,
    to: context.getFollowersUri(nodeIdentifier),
    published: at,
    object: new Collection({ id: feedOf(origin), updated: at }),
  });
};
