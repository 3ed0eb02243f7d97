import type { Place } from '@openstraat/spec';
import { handleOf } from '../federation/actors/actor-addresses.ts';
import type { LocalActor, LocalActors } from '../federation/actors/local-actor.ts';
import type { ChangeLogReader } from '../log/change-log.ts';
import { fromStoredText } from '../log/stored-text.ts';
import { Fault } from '../model/fault.ts';

interface ActorFinderParts {
  readonly actors: Pick<LocalActors, 'list'>;
  readonly log: Pick<ChangeLogReader, 'get'>;
  readonly origin: string;
}

/** Finds the actors that people name. */
export interface ActorFinder {
  /** By handle, key, address, or the name of its place. @throws {Fault} `not-found`, `bad-request` when several have the name */
  readonly find: (given: string) => Promise<LocalActor>;
  /** What its place is now; undefined for the node's own, and where the place is gone. */
  readonly placeOf: (actor: LocalActor) => Promise<Place | undefined>;
}

const comparable = (text: string): string => text.normalize('NFC').trim().toLowerCase();

/** Makes what finds the actors of a node. */
export const createActorFinder = ({ actors, log, origin }: ActorFinderParts): ActorFinder => {
  const handle = ({ username }: LocalActor): string => `@${handleOf(origin, username)}`;

  const placeOf = async ({ place }: LocalActor): Promise<Place | undefined> => {
    const entry = place === undefined ? undefined : await log.get(place);
    return entry?.text === undefined ? undefined : (fromStoredText(entry.text) as Place);
  };

  const isNamed = async (actor: LocalActor, name: string): Promise<boolean> => {
    const place = await placeOf(actor);
    const names = place === undefined ? [] : typeof place.name === 'string' ? [place.name] : Object.values(place.name);
    return names.some((one) => comparable(one) === comparable(name));
  };

  const isMeant = (actor: LocalActor, given: string): boolean =>
    [
      actor.identifier,
      actor.username,
      `@${actor.username}`,
      ...(actor.formerNames ?? []),
      handle(actor),
      handle(actor).slice(1),
      actor.place,
      `${origin}${actor.place ?? '/'}`,
      `${origin}/actors/${actor.identifier}`,
    ].includes(given);

  return {
    placeOf,
    async find(given) {
      const found = actors.list().find((actor) => isMeant(actor, given));
      if (found !== undefined) return found;
      const named: LocalActor[] = [];
      for (const actor of actors.list()) if (await isNamed(actor, given)) named.push(actor);
      const [first, second] = named;
      if (first === undefined)
        throw new Fault(
          'not-found',
          `No actor here is called "${given.slice(0, 100)}". See: openstraat actor list. Switch a place's on with: openstraat actor on <place>`,
        );
      if (second !== undefined)
        throw new Fault(
          'bad-request',
          `Several places are called "${given.slice(0, 100)}": name one by its handle, such as ${handle(first)} or ${handle(second)}.`,
        );
      return first;
    },
  };
};
