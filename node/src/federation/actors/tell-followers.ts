import type { Federation } from '@fedify/fedify';
import { type Activity, Delete, Move, Update } from '@fedify/vocab';
import type { Followers } from '../followers/follower.ts';
import { acceptedRecipients } from './accepted-recipients.ts';
import { actorAddresses } from './actor-addresses.ts';

const everybody = new URL('https://www.w3.org/ns/activitystreams#Public');

/** Tells the followers of an actor what became of the actor itself. */
export interface ActorTeller {
  /** Its profile or its keys have changed. */
  changed(identifier: string): Promise<void>;
  /** It lives on as another actor, elsewhere; the document here says so already. */
  moved(identifier: string, target: string): Promise<void>;
  /** It ends. Call it while the actor is still there, and forget its followers afterwards. */
  ended(identifier: string): Promise<void>;
}

/** What tells followers of actors. */
export interface ActorTellerParts {
  readonly federation: Federation<void>;
  readonly followers: Pick<Followers, 'list'>;
  readonly origin: string;
  /** In [0, 1). */
  readonly random: () => number;
}

/** Makes what tells followers of actors. */
export const createActorTeller = ({ federation, followers, origin, random }: ActorTellerParts): ActorTeller => {
  const context = () => federation.createContext(new URL(origin), undefined);

  const tell = async (identifier: string, activity: Activity): Promise<void> => {
    for await (const some of acceptedRecipients(followers, identifier))
      await context().sendActivity({ identifier }, some, activity, {
        preferSharedInbox: true,
        orderingKey: actorAddresses(origin, identifier).actor,
      });
  };

  /** An address for an activity about the actor: none is read there, but each differs. */
  const activityId = (identifier: string, word: string): URL =>
    new URL(`${actorAddresses(origin, identifier).actor}#${word}-${Math.floor(random() * 2 ** 48).toString(36)}`);

  return {
    async changed(identifier) {
      const actor = new URL(actorAddresses(origin, identifier).actor);
      // Only who answers a request has a way to its documents.
      const request = new Request(actor);
      const document = await federation.createContext(request, undefined).getActor(identifier);
      if (document === null) return;
      const id = activityId(identifier, 'update');
      await tell(identifier, new Update({ id, actor, object: document, to: everybody }));
    },
    async moved(identifier, target) {
      const addresses = actorAddresses(origin, identifier);
      const actor = new URL(addresses.actor);
      const id = activityId(identifier, 'move');
      await tell(
        identifier,
        new Move({ id, actor, object: actor, target: new URL(target), to: new URL(addresses.followers) }),
      );
    },
    async ended(identifier) {
      const actor = new URL(actorAddresses(origin, identifier).actor);
      await tell(identifier, new Delete({ id: activityId(identifier, 'delete'), actor, object: actor, to: everybody }));
    },
  };
};
