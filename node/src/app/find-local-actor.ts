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
  /** By handle, key, address, or the name of its place. @throws {Fault} `not-found`, `bad-request` when several are called so */
  readonly find: (given: string) => Promise<LocalActor>;
  /** What its place is now; undefined for the node's own, and where the place is gone. */
  readonly placeOf: (actor: LocalActor) => Promise<Place | undefined>;
}

const comparable = (text: string): string => text.normalize('NFC').trim().toLowerCase();

/** What it is called now. The key of one place can be the name of another. */
const wordsOf = ({ identifier, username }: LocalActor): readonly string[] => [identifier, username, `@${username}`];

/** Makes what finds the actors of a node. */
export const createActorFinder = ({ actors, log, origin }: ActorFinderParts): ActorFinder => {
  const handle = ({ username }: Pick<LocalActor, 'username'>): string => `@${handleOf(origin, username)}`;

  const placeOf = async ({ place }: LocalActor): Promise<Place | undefined> => {
    const entry = place === undefined ? undefined : await log.get(place);
    return entry?.text === undefined ? undefined : (fromStoredText(entry.text) as Place);
  };

  const isNamed = async (actor: LocalActor, name: string): Promise<boolean> => {
    const place = await placeOf(actor);
    const names = place === undefined ? [] : typeof place.name === 'string' ? [place.name] : Object.values(place.name);
    return names.some((one) => comparable(one) === comparable(name));
  };

  /** What is of one actor alone. */
  const addressesOf = ({ identifier, username, place }: LocalActor): readonly (string | undefined)[] => [
    handle({ username }),
    handle({ username }).slice(1),
    place,
    `${origin}${place ?? '/'}`,
    `${origin}/actors/${identifier}`,
  ];

  /** Those that are meant: what an actor was called before counts only where none is called so now. */
  const meantBy = async (given: string): Promise<readonly LocalActor[]> => {
    const all = actors.list();
    const addressed = all.find((actor) => addressesOf(actor).includes(given));
    if (addressed !== undefined) return [addressed];
    const called = all.filter((actor) => wordsOf(actor).includes(given));
    if (called.length > 0) return called;
    const before = all.filter(({ formerNames = [] }) => formerNames.includes(given));
    if (before.length > 0) return before;
    const named: LocalActor[] = [];
    for (const actor of all) if (await isNamed(actor, given)) named.push(actor);
    return named;
  };

  return {
    placeOf,
    async find(given) {
      const [first, second] = await meantBy(given);
      if (first === undefined)
        throw new Fault(
          'not-found',
          `No actor here is called "${given.slice(0, 100)}". See: openstraat actor list. Switch a place's on with: openstraat actor on <place>`,
        );
      if (second !== undefined)
        throw new Fault(
          'bad-request',
          `Several actors are called "${given.slice(0, 100)}": name one by its handle, such as ${handle(first)} or ${handle(second)}.`,
        );
      return first;
    },
  };
};
