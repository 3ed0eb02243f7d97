import { type Accept, Follow, type Reject } from '@fedify/vocab';
import { nodeIdentifier } from '../actors/local-actor.ts';
import type { InboxTools, Received } from './inbox-tools.ts';
import { embedded } from './on-undo.ts';

/** A peer answers a request to follow it. Only the one that was asked can answer, and only what it was asked. */
export const onAnswer = async (
  { context, activity, sender }: Received<Accept | Reject>,
  answer: 'accepted' | 'rejected',
  tools: InboxTools,
): Promise<void> => {
  const sent = await tools.sentFollow(sender);
  if (sent === undefined) return;
  const meant = await activity.getObject(embedded);
  const own = context.getActorUri(nodeIdentifier).href;
  const isOurs =
    activity.objectId?.href === sent ||
    (activity.objectId === null &&
      meant instanceof Follow &&
      meant.actorId?.href === own &&
      meant.objectId?.href === sender);
  if (isOurs) await tools.followed()?.answered(sender, answer);
};
