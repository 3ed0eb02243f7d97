import type { Federation } from '@fedify/fedify';
import { Tombstone } from '@fedify/vocab';
import type { Clock } from '../../model/clock.ts';
import { instant } from '../posts/instant.ts';
import { actorAddresses, actorPaths } from './actor-addresses.ts';
import { actorDocument } from './actor-document.ts';
import type { ActorKeys } from './actor-keys.ts';
import { findProfile, type ProfileParts } from './find-profile.ts';
import type { LocalActors } from './local-actor.ts';
import { publicKeysOf } from './public-keys-of.ts';

/** What actors are shown from. */
export interface ActorParts extends ProfileParts {
  readonly actors: LocalActors;
  readonly keys: ActorKeys;
  readonly clock: Clock;
}

/** Lets actors be found and read. */
export const registerActors = (federation: Federation<void>, parts: ActorParts): void => {
  const { actors, keys, settings, clock } = parts;
  federation
    .setActorDispatcher(actorPaths.actor, async (_context, identifier) => {
      const actor = actors.get(identifier);
      if (actor === undefined) {
        const since = actors.goneSince(identifier);
        const id = new URL(actorAddresses(settings.origin, identifier).actor);
        return since === undefined ? null : new Tombstone({ id, deleted: instant(Date.parse(since)) });
      }
      return actorDocument(
        actor,
        await findProfile(actor, parts),
        publicKeysOf(actorAddresses(settings.origin, identifier).actor, await keys.of(identifier), clock.now()),
        settings,
      );
    })
    // An actor that is gone keeps its keys: its farewell is still on its way. Documents are signed when they go: `signActivity`.
    .setKeyPairsDispatcher(async (_context, identifier) => {
      if (actors.get(identifier) === undefined && actors.goneSince(identifier) === undefined) return [];
      return [(await keys.of(identifier)).rsa];
    })
    .mapHandle((_context, username) => actors.byUsername(username)?.identifier ?? null);
};
