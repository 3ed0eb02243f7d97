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

/** Makes what asks other nodes for notices, in the name of the node's own actor. */
export const createCourier = ({ federation, origin, sentFollows, isBlocked }: CourierOptions): FollowCourier => {
  const contextOf = (): Context<void> => federation.createContext(new URL(origin), undefined);

  /** Sends something to a node's actor. @throws {Fault} `peer-unusable` */
  const send = async (context: Context<void>, actor: string, activity: Follow | Undo): Promise<void> => {
    if (isBlocked(new URL(actor).hostname))
      throw new Fault(
        'peer-unusable',
        `${new URL(actor).host} is blocked. Lift that with: openstraat unblock <domain>`,
      );
    const documentLoader = await context.getDocumentLoader({ identifier: nodeIdentifier });
    const peer = await readRemoteActor(actor, { documentLoader, contextLoader: bundledContexts });
    if (peer === undefined)
      throw new Fault('peer-unusable', `${actor} is no actor that this node can write to. Its operator can tell why.`);
    await context.sendActivity(
      { identifier: nodeIdentifier },
      { id: new URL(peer.id), inboxId: new URL(peer.inbox) },
      activity,
      // An Undo that overtakes its Follow would leave the follow standing.
      { orderingKey: `follow ${actor}` },
    );
  };

  return {
    // Actors of nodes can be read by everybody, so the look-up that needs no key does.
    resolveHandle: () => Promise.resolve(undefined),
    async follow({ actor }) {
      if (actor === undefined) return;
      const context = contextOf();
      const own = context.getActorUri(nodeIdentifier);
      const id = `${own.href}/follows/${randomUUID()}`;
      // Before it goes: the answer may be faster than the disk.
      await sentFollows.put(actor, id);
      await send(context, actor, followOf(own, actor, id));
    },
    async unfollow({ actor }) {
      if (actor === undefined) return;
      const context = contextOf();
      const own = context.getActorUri(nodeIdentifier);
      const id = await sentFollows.get(actor);
      if (id === undefined) return;
      await sentFollows.remove(actor);
      const undo = new Undo({
        id: new URL(`${id}/undo`),
        actor: own,
        to: new URL(actor),
        object: followOf(own, actor, id),
      });
      await send(context, actor, undo);
    },
  };
};
