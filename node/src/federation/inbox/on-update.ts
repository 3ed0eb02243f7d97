import { Collection, type Update } from '@fedify/vocab';
import { bundledContexts } from './document-loaders.ts';
import type { FollowedNodes, InboxTools, Received } from './inbox-tools.ts';
import { embedded } from './on-undo.ts';
import { originOf } from './origin-of.ts';
import { readRemoteActor } from './remote-actor.ts';

/** The followed node whose feed a notice is of; undefined when it is of another's, or of nobody that is followed. */
export const noticedOrigin = (
  sender: string,
  feed: string | undefined,
  followed: FollowedNodes | undefined,
): string | undefined => {
  if (feed === undefined || followed === undefined) return undefined;
  const origin = followed.originOfActor(sender);
  return origin !== undefined && originOf(feed) === origin ? origin : undefined;
};

/** Keeps where a follower wants its activities. */
const refreshFollower = async ({ context, sender }: Received<Update>, tools: InboxTools): Promise<void> => {
  const { followers, findNodeOf } = tools;
  const followed = await followers.followedBy(sender);
  if (followed.length === 0) return;
  const { documentLoader } = context;
  const actor = await readRemoteActor(sender, { documentLoader, contextLoader: bundledContexts });
  if (actor === undefined) return;
  const { inbox, sharedInbox, handle } = actor;
  const node = await findNodeOf(actor);
  for (const identifier of followed) await followers.change(identifier, sender, { inbox, sharedInbox, handle, node });
};

/** A feed has moved, a follower has changed, or a reply has. What it says of the feed is not believed: the feed is read. */
export const onUpdate = async (received: Received<Update>, tools: InboxTools): Promise<void> => {
  const { context, activity, sender } = received;
  if (activity.objectId?.href === sender) return refreshFollower(received, tools);
  const object = await activity.getObject(embedded);
  if (!(object instanceof Collection)) return tools.receive(context, activity, sender);
  const followed = tools.followed();
  const origin = noticedOrigin(sender, activity.objectId?.href, followed);
  if (origin !== undefined) followed?.pullNow(origin);
};
