import type { Federation, InboxContext } from '@fedify/fedify';
import {
  Accept,
  type Activity,
  Announce,
  Create,
  Delete,
  Follow,
  Like,
  Move,
  Reject,
  Undo,
  Update,
} from '@fedify/vocab';
import { nodeIdentifier } from '../actors/local-actor.ts';
import { KeyTurns } from '../store/key-turns.ts';
import { inboxPathTemplate, sharedInboxPath } from './inbox-paths.ts';
import type { InboxTools, Received } from './inbox-tools.ts';
import { onAnswer } from './on-answer.ts';
import { onDelete } from './on-delete.ts';
import { onFollow } from './on-follow.ts';
import { onMove } from './on-move.ts';
import { onUndo } from './on-undo.ts';
import { onUpdate } from './on-update.ts';

/** Types of activities that somebody here listens to. */
export const heardTypes: readonly string[] = [
  'Accept',
  'Announce',
  'Create',
  'Delete',
  'Follow',
  'Like',
  'Move',
  'Reject',
  'Undo',
  'Update',
];

/** Listens to the inboxes of the node and its places. Every listener may be called again with the same activity. */
export const registerInbox = (federation: Federation<void>, tools: InboxTools): void => {
  const { origin } = new URL(tools.settings.origin);
  const turns = new KeyTurns();

  const from =
    <A extends Activity>(listener: (received: Received<A>) => Promise<void> | void) =>
    async (context: InboxContext<void>, activity: A): Promise<void> => {
      const sender = activity.actorId;
      // The guard let no other through; this is where it counts.
      if (activity.id === null || sender === null || activity.actorIds.length !== 1) return;
      if (activity.id.origin !== sender.origin || sender.origin === origin) return;
      // It may have been blocked since it came.
      if (tools.blocks.isBlocked(sender.hostname)) return;
      // Who takes something back must not overtake what they did.
      await turns.take(sender.href, async () => listener({ context, activity, sender: sender.href }));
    };
  const receive = from<Activity>(({ context, activity, sender }) => tools.receive(context, activity, sender));

  federation
    .setInboxListeners(inboxPathTemplate, sharedInboxPath)
    .on(
      Follow,
      from<Follow>((received) => onFollow(received, tools)),
    )
    .on(
      Undo,
      from<Undo>((received) => onUndo(received, tools)),
    )
    .on(
      Accept,
      from<Accept>((received) => onAnswer(received, 'accepted', tools)),
    )
    .on(
      Reject,
      from<Reject>((received) => onAnswer(received, 'rejected', tools)),
    )
    .on(
      Update,
      from<Update>((received) => onUpdate(received, tools)),
    )
    .on(
      Delete,
      from<Delete>((received) => onDelete(received, tools)),
    )
    .on(
      Move,
      from<Move>((received) => onMove(received, tools)),
    )
    .on(Create, receive)
    .on(Like, receive)
    .on(Announce, receive)
    .onError((_context, error) => tools.logger.warn({ err: error }, 'an activity could not be worked through'))
    .withIdempotency((context, activity) => `${context.origin}\n${activity.id?.href ?? ''}`)
    // Peers that answer 401 to unsigned look-ups are read in the node's name.
    .setSharedKeyDispatcher(() => ({ identifier: nodeIdentifier }));
};
