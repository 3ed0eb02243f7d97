import type { Recipient } from '@fedify/vocab';
import type { Followers } from '../followers/follower.ts';
import { actorLimits } from './limits.ts';

/** The accepted followers of an actor, people and nodes, some at a time. */
export async function* acceptedRecipients(
  followers: Pick<Followers, 'list'>,
  identifier: string,
  atOnce: number = actorLimits.recipientsAtOnce,
): AsyncGenerator<Recipient[]> {
  for (let after: string | undefined; ;) {
    const some = await followers.list(identifier, { after, limit: atOnce });
    const accepted = some.filter(({ state }) => state === 'accepted');
    if (accepted.length > 0)
      yield accepted.map(({ id, inbox, sharedInbox }) => ({
        id: new URL(id),
        inboxId: new URL(inbox),
        endpoints: { sharedInbox: sharedInbox === undefined ? null : new URL(sharedInbox) },
      }));
    after = some.at(-1)?.id;
    if (some.length < atOnce) return;
  }
}
