import type { Federation } from '@fedify/fedify';
import { CryptographicKey, Multikey, Tombstone } from '@fedify/vocab';
import { instant } from '../posts/instant.ts';
import { actorAddresses, actorPaths, messageKeyAddress, proofKeyAddress } from './actor-addresses.ts';
import { actorDocument } from './actor-document.ts';
import type { ActorKeys } from './actor-keys.ts';
import { findProfile, type ProfileParts } from './find-profile.ts';
import type { LocalActors } from './local-actor.ts';

/** What actors are shown from. */
export interface ActorParts extends ProfileParts {
  readonly actors: LocalActors;
  readonly keys: ActorKeys;
}

/** Lets actors be found and read. */
export const registerActors = (federation: Federation<void>, parts: ActorParts): void => {
  const { actors, keys, settings } = parts;
  federation
    .setActorDispatcher(actorPaths.actor, async (_context, identifier) => {
      const actor = actors.get(identifier);
      if (actor === undefined) {
        const since = actors.goneSince(identifier);
        const id = new URL(actorAddresses(settings.origin, identifier).actor);
        return since === undefined ? null : new Tombstone({ id, deleted: instant(Date.parse(since)) });
      }
      const { generation, rsa, ed25519 } = await keys.of(identifier);
      const { actor: address } = actorAddresses(settings.origin, identifier);
      const owner = new URL(address);
      return actorDocument(
        actor,
        await findProfile(actor, parts),
        {
          // One key: some servers read no list, and the Ed25519 key would do nothing for a signature that they know.
          publicKey: new CryptographicKey({
            id: new URL(messageKeyAddress(address, generation)),
            owner,
            publicKey: rsa.publicKey,
          }),
          assertionMethods: [
            new Multikey({
              id: new URL(proofKeyAddress(address, generation)),
              controller: owner,
              publicKey: ed25519.publicKey,
            }),
          ],
        },
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
