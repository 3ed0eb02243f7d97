import type { Follow } from '@fedify/vocab';
import { answerFollow } from '../followers/answer-follow.ts';
import type { Follower } from '../followers/follower.ts';
import { Fault } from '../../model/fault.ts';
import { type InboxTools, localActorAt, type Received } from './inbox-tools.ts';
import { bundledContexts } from './document-loaders.ts';
import { readRemoteActor } from './remote-actor.ts';

/** What becomes of somebody who asks to follow. Pure. */
export const decideFollow = (
  policy: InboxTools['settings']['followers'],
  before: Pick<Follower, 'state'> | undefined,
): Follower['state'] | 'rejected' => {
  if (before?.state === 'accepted' || policy === 'open') return 'accepted';
  return policy === 'ask' ? 'asked' : 'rejected';
};

/** Somebody wants to follow one of the node's actors: answers at once, or keeps it for the operator. */
export const onFollow = async ({ context, activity, sender }: Received<Follow>, tools: InboxTools): Promise<void> => {
  const { followers, settings, clock, logger } = tools;
  const identifier = localActorAt(context, activity.objectId, tools);
  if (identifier === undefined) return;
  const { documentLoader } = context;
  const actor = await readRemoteActor(sender, { documentLoader, contextLoader: bundledContexts });
  if (actor === undefined)
    return logger.info({ host: new URL(sender).host }, 'a follow came from what is no usable actor');
  const before = await followers.get(identifier, sender);
  const wish = { id: sender, inbox: actor.inbox, follow: activity.id?.href };
  // Who has moved is followed where it lives on.
  const hasMoved = tools.actors.get(identifier)?.movedTo !== undefined;
  const state = hasMoved ? 'rejected' : decideFollow(settings.followers, before);
  if (state === 'rejected') return answerFollow(context, identifier, wish, 'rejected');
  try {
    await followers.put(identifier, {
      ...wish,
      sharedInbox: actor.sharedInbox,
      state,
      node: await tools.findNodeOf(actor),
      handle: actor.handle,
      since: before?.since ?? new Date(clock.now()).toISOString(),
      failingSince: undefined,
    });
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'limit-exceeded') throw error;
    logger.warn({ host: new URL(sender).host, identifier }, error.message);
    return answerFollow(context, identifier, wish, 'rejected');
  }
  if (state === 'accepted') await answerFollow(context, identifier, wish, 'accepted');
};
