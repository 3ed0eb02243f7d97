import { randomUUID } from 'node:crypto';
import type { Context, Federation } from '@fedify/fedify';
import { Follow, Undo } from '@fedify/vocab';
import { Fault } from '../../model/fault.ts';
import { nodeIdentifier } from '../actors/local-actor.ts';
import type { FollowCourier } from '../following/follow-courier.ts';
import { bundledContexts } from '../inbox/document-loaders.ts';
import { readRemoteActor } from '../inbox/remote-actor.ts';
import type { SentFollows } from './sent-follows.ts';

/** What the courier needs. */
export interface CourierOptions {
  readonly federation: Federation<void>;
  readonly origin: string;
  readonly sentFollows: SentFollows;
  readonly isBlocked: (hostname: string) => boolean;
}

const followOf = (own: URL, actor: string, id: string | undefined): Follow =>
  new Follow({
    ...(id === undefined ? {} : { id: new URL(id) }),
    actor: own,
    object: new URL(actor),
    to: new URL(actor),
  });

/** Puts something where it is sent from, for days if it must be. */
const send = (context: Context<void>, actor: string, inbox: string, activity: Follow | Undo): Promise<unknown> =>
  context.sendActivity(
    { identifier: nodeIdentifier },
    { id: new URL(actor), inboxId: new URL(inbox) },
    activity,
    // An Undo that overtakes its Follow would leave the follow standing.
    { orderingKey: `follow ${actor}` },
  );

/** Makes what asks other nodes for notices, in the name of the node's own actor. */
export const createCourier = ({ federation, origin, sentFollows, isBlocked }: CourierOptions): FollowCourier => {
  const contextOf = (): Context<void> => federation.createContext(new URL(origin), undefined);

  /** Where a node's actor takes what is meant for it. @throws {Fault} `peer-unusable` */
  const inboxOf = async (context: Context<void>, actor: string, signal: AbortSignal): Promise<string> => {
    if (isBlocked(new URL(actor).hostname))
      throw new Fault(
        'peer-unusable',
        `${new URL(actor).host} is blocked. Lift that with: openstraat unblock <domain>`,
      );
    const load = await context.getDocumentLoader({ identifier: nodeIdentifier });
    const documentLoader: typeof load = (url, options) => load(url, { ...options, signal });
    const peer = await readRemoteActor(actor, { documentLoader, contextLoader: bundledContexts });
    if (peer === undefined)
      throw new Fault('peer-unusable', `${actor} is no actor that this node can write to. Its operator can tell why.`);
    return peer.inbox;
  };

  return {
    // Actors of nodes can be read by everybody, so the look-up that needs no key does.
    resolveHandle: () => Promise.resolve(undefined),
    async follow({ actor }, signal) {
      if (actor === undefined) return;
      const context = contextOf();
      const own = context.getActorUri(nodeIdentifier);
      const inbox = await inboxOf(context, actor, signal);
      if (signal.aborted) return;
      const id = `${own.href}/follows/${randomUUID()}`;
      // Before it goes: the answer may be faster than the disk.
      await sentFollows.put(actor, { id, inbox });
      await send(context, actor, inbox, followOf(own, actor, id));
    },
    async unfollow({ actor }) {
      const sent = actor === undefined ? undefined : await sentFollows.get(actor);
      if (actor === undefined || sent === undefined) return;
      const context = contextOf();
      const own = context.getActorUri(nodeIdentifier);
      const undo = new Undo({
        id: new URL(`${sent.id}/undo`),
        actor: own,
        to: new URL(actor),
        object: followOf(own, actor, sent.id),
      });
      await send(context, actor, sent.inbox, undo);
      await sentFollows.remove(actor);
    },
  };
};
