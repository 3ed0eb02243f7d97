import { parseThingId, slug, type ThingId } from '@openstraat/spec';
import { z } from 'zod';
import { type NodeSettings, username as usernameSchema } from '../../config/settings.ts';
import type { Clock } from '../../model/clock.ts';
import { Fault } from '../../model/fault.ts';
import type { StoreDatabase } from '../store/store-database.ts';
import { actorLimits } from './limits.ts';
import { announcements, type LocalActor, type LocalActors, nodeIdentifier } from './local-actor.ts';

const storedActor = z.object({
  username: z.string(),
  formerNames: z.array(z.string()).optional(),
  place: z.string().optional(),
  announces: z.array(z.enum(announcements)).default([]),
  movedTo: z.string().optional(),
  alsoKnownAs: z.array(z.string()).default([]),
  since: z.string(),
});
/** Stays where an actor was: servers that ask for it must hear that it is gone. */
const storedGone = z.object({ gone: z.string() });
const storedRow = z.union([storedGone, storedActor]);

const decode = (identifier: string, text: string): LocalActor | { readonly gone: string } => {
  let row;
  try {
    row = storedRow.parse(JSON.parse(text));
  } catch (cause) {
    throw new Fault(
      'store-corrupt',
      `The actor ${identifier} in the state of federation can't be read. Restore a backup.`,
      { cause },
    );
  }
  if ('gone' in row) return row;
  const { formerNames, ...rest } = row;
  return {
    ...rest,
    ...(formerNames === undefined ? {} : { formerNames }),
    identifier,
    place: row.place as ThingId | undefined,
    movedTo: row.movedTo,
  };
};

const namesOf = ({ username, formerNames = [] }: LocalActor): readonly string[] => [username, ...formerNames];

/** The actor with the names under which others may still look for it. @throws {Fault} `limit-exceeded` */
const withFormerNames = (actor: LocalActor, before: LocalActor | undefined): LocalActor => {
  const { formerNames: _formerNames, ...rest } = actor;
  const names = before === undefined ? [] : namesOf(before).filter((name) => name !== actor.username);
  if (names.length > actorLimits.formerNamesMax)
    throw new Fault(
      'limit-exceeded',
      `An actor has had at most ${actorLimits.formerNamesMax} names before: each still leads to it. Give it one of those: ${names.join(', ')}.`,
    );
  return names.length === 0 ? rest : { ...rest, formerNames: names };
};

const checkUsername = (username: string): void => {
  if (!usernameSchema.safeParse(username).success)
    throw new Fault(
      'bad-request',
      `"${username}" can't be the name of an actor: write at most 60 lower-case letters, digits and _, with single . or - between them.`,
    );
};

const checkIdentifier = (identifier: string): void => {
  if (!/^[\w~-][\w~.-]*$/.test(identifier) || identifier.length > actorLimits.identifierCharactersMax)
    throw new Fault(
      'bad-request',
      `The key "${identifier}" can't be part of an actor's address: import the place under a key of letters, digits, _ and -, ${actorLimits.identifierCharactersMax} at most.`,
    );
};

/** A name that is free: the wanted one, or with a number behind it. */
export const freeUsername = (wanted: string, isTaken: (username: string) => boolean): string => {
  const base = slug(wanted);
  for (let number = 1; ; number += 1) {
    const username = number === 1 ? base : `${base.slice(0, 50).replace(/-$/, '')}-${number}`;
    if (!isTaken(username)) return username;
  }
};

/** What opens the actors of a node. */
export interface LocalActorsOptions {
  readonly tables: Pick<StoreDatabase, 'all' | 'write'>;
  readonly settings: Pick<NodeSettings, 'actorName' | 'area'>;
  readonly clock: Clock;
}

/**
 * Reads the actors of a node into memory, and makes its own at the first start.
 * @throws {Fault} `settings-invalid` when the name in the settings is that of a place; `store-corrupt`
 */
export const openLocalActors = async ({ tables, settings, clock }: LocalActorsOptions): Promise<LocalActors> => {
  const actors = new Map<string, LocalActor>();
  const gone = new Map<string, string>();
  const identifierOf = new Map<string, string>();
  const now = (): string => new Date(clock.now()).toISOString();

  const forgetNames = (actor: LocalActor): void => {
    for (const name of namesOf(actor)) identifierOf.delete(name);
  };
  const take = (actor: LocalActor): void => {
    const before = actors.get(actor.identifier);
    if (before !== undefined) forgetNames(before);
    actors.set(actor.identifier, actor);
    for (const name of namesOf(actor)) identifierOf.set(name, actor.identifier);
    gone.delete(actor.identifier);
  };

  for await (const rows of tables.all('actor'))
    for (const [identifier, text] of rows) {
      const found = decode(identifier, text);
      if ('gone' in found) gone.set(identifier, found.gone);
      else take(found);
    }

  const put = async (given: LocalActor): Promise<void> => {
    const actor = withFormerNames(given, actors.get(given.identifier));
    const { identifier, ...row } = actor;
    checkIdentifier(identifier);
    checkUsername(actor.username);
    if (actor.place === undefined ? identifier !== nodeIdentifier : identifier !== parseThingId(actor.place)?.key)
      throw new Fault('bad-request', `The actor of ${actor.place ?? 'the node'} has another key than ${identifier}.`);
    if (actor.place !== undefined && identifier === nodeIdentifier)
      throw new Fault(
        'bad-request',
        `The key "${nodeIdentifier}" is that of the node's own actor: import the place under another.`,
      );
    const holder = identifierOf.get(actor.username);
    if (holder !== undefined && holder !== identifier)
      throw new Fault('bad-request', `The name "${actor.username}" is that of ${holder}, or was: choose another.`);
    // One is the node's own.
    if (!actors.has(identifier) && actors.size > actorLimits.placeActorsMax)
      throw new Fault(
        'limit-exceeded',
        `A node has at most ${actorLimits.placeActorsMax} actors of places. Switch one off first: openstraat actor off <place>`,
      );
    // In memory first: of two that want one name, the second is refused while the first is being written.
    const before = actors.get(identifier);
    take(actor);
    try {
      await tables.write([{ table: 'actor', key: identifier, value: JSON.stringify(row) }], true);
    } catch (error) {
      forgetNames(actor);
      actors.delete(identifier);
      if (before !== undefined) take(before);
      throw error;
    }
  };

  const own = actors.get(nodeIdentifier);
  const username = settings.actorName ?? own?.username ?? freeUsername(settings.area, (name) => identifierOf.has(name));
  const holder = identifierOf.get(username);
  if (holder !== undefined && holder !== nodeIdentifier)
    throw new Fault(
      'settings-invalid',
      `The setting "actorName" is "${username}", which is or was the name of ${holder}. Choose another in the settings.`,
    );
  if (own?.username !== username)
    await put({
      identifier: nodeIdentifier,
      place: undefined,
      announces: [],
      movedTo: undefined,
      alsoKnownAs: [],
      since: now(),
      ...own,
      username,
    });

  return {
    get: (identifier) => actors.get(identifier),
    byUsername: (name) => actors.get(identifierOf.get(name.toLowerCase()) ?? ''),
    ofPlace(place) {
      const actor = actors.get(parseThingId(place)?.key ?? '');
      return actor?.place === place ? actor : undefined;
    },
    list: () =>
      [...actors.values()].toSorted(
        (one, other) =>
          Number(other.identifier === nodeIdentifier) - Number(one.identifier === nodeIdentifier) ||
          (one.identifier < other.identifier ? -1 : 1),
      ),
    goneSince: (identifier) => gone.get(identifier),
    put,
    async remove(identifier) {
      const actor = actors.get(identifier);
      if (actor === undefined || identifier === nodeIdentifier) return;
      const since = now();
      await tables.write([{ table: 'actor', key: identifier, value: JSON.stringify({ gone: since }) }], true);
      // It may have been switched on again meanwhile.
      if (actors.get(identifier) !== actor) return;
      actors.delete(identifier);
      forgetNames(actor);
      gone.set(identifier, since);
    },
  };
};
