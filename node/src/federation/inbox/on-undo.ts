import { Follow, type Undo } from '@fedify/vocab';
import { bundledContexts } from './document-loaders.ts';
import { type InboxTools, localActorAt, type Received } from './inbox-tools.ts';
import { refuseToLoad } from './remote-actor.ts';

/** Reads what stands within an activity, and never asks for what does not. It is only ever compared with what is known. */
export const embedded = {
  crossOrigin: 'trust',
  suppressError: true,
  documentLoader: refuseToLoad,
  contextLoader: bundledContexts,
} as const;

/** Somebody takes back what they did. A Follow ends only for who sent this: whose it says to be is not believed. */
export const onUndo = async ({ context, activity, sender }: Received<Undo>, tools: InboxTools): Promise<void> => {
  const { followers } = tools;
  const undone = await activity.getObject(embedded);
  if (undone !== null && !(undone instanceof Follow)) return tools.receive(context, activity, sender);
  // Some leave out whose it is: it can only be theirs.
  if (undone !== null && undone.actorId !== null && undone.actorId.href !== sender) return;
  const named = localActorAt(context, undone?.objectId ?? null, tools);
  const follow = activity.objectId?.href;
  const followed = named === undefined ? await followers.followedBy(sender) : [named];
  let removed = false;
  for (const identifier of followed) {
    const isMeant =
      named !== undefined || (follow !== undefined && (await followers.get(identifier, sender))?.follow === follow);
    if (isMeant) removed = (await followers.remove(identifier, sender)) || removed;
  }
  // Where only an address is given, it may be that of a like.
  if (undone === null && !removed) await tools.receive(context, activity, sender);
};
