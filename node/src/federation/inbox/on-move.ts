import type { Move } from '@fedify/vocab';
import { bundledContexts } from './document-loaders.ts';
import type { InboxTools, Received } from './inbox-tools.ts';
import { readRemoteActor } from './remote-actor.ts';

/** A follower, or a node that is followed, goes to another host. Both ends must say so: the old actor names the new one, and the new one the old. */
export const onMove = async ({ context, activity, sender }: Received<Move>, tools: InboxTools): Promise<void> => {
  const { followers, findNodeOf, blocks } = tools;
  const target = activity.targetId?.href;
  if (target === undefined || activity.objectId?.href !== sender) return;
  const followed = await followers.followedBy(sender);
  const peer = tools.followed()?.originOfActor(sender);
  if ((followed.length === 0 && peer === undefined) || blocks.isBlocked(new URL(target).hostname)) return;
  const loaders = { documentLoader: context.documentLoader, contextLoader: bundledContexts };
  const before = await readRemoteActor(sender, loaders);
  const after = await readRemoteActor(target, loaders);
  if (before?.movedTo !== target || after === undefined || !after.alsoKnownAs.includes(sender)) return;
  // Its description says so too, and is asked at both ends before anything follows from it.
  if (peer !== undefined) tools.followed()?.pullNow(peer);
  const { id, inbox, sharedInbox, handle } = after;
  const node = await findNodeOf(after);
  for (const identifier of followed) {
    const follower = await followers.get(identifier, sender);
    if (follower === undefined) continue;
    await followers.put(identifier, { ...follower, id, inbox, sharedInbox, handle, node, failingSince: undefined });
    await followers.remove(identifier, sender);
  }
};
