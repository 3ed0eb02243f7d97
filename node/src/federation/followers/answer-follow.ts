import { createHash } from 'node:crypto';
import type { Context } from '@fedify/fedify';
import { Accept, Follow, Reject } from '@fedify/vocab';
import type { Follower } from './follower.ts';

/**
 * Tells somebody what became of their Follow. The same answer to the same Follow has the same address, so sending it twice is sending it once.
 * @param state of the follower: `accepted`, or `rejected`, also after it was accepted
 */
export const answerFollow = async (
  context: Context<void>,
  identifier: string,
  { id, inbox, follow }: Pick<Follower, 'id' | 'inbox' | 'follow'>,
  state: 'accepted' | 'rejected',
): Promise<void> => {
  const actor = context.getActorUri(identifier);
  const kind = state === 'accepted' ? Accept : Reject;
  const name = createHash('sha256')
    .update(`${state} ${id} ${follow ?? ''}`)
    .digest('base64url')
    .slice(0, 22);
  await context.sendActivity(
    { identifier },
    { id: new URL(id), inboxId: new URL(inbox) },
    new kind({
      id: new URL(`${actor.href}/answers/${name}`),
      actor,
      to: new URL(id),
      object: new Follow({
        ...(follow === undefined ? {} : { id: new URL(follow) }),
        actor: new URL(id),
        object: actor,
      }),
    }),
  );
};
