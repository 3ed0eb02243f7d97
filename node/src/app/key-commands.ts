import type { DataFolder } from '../config/data-folder.ts';
import { writeKeys } from '../config/keys-file.ts';
import { rotateKeys, signingKey } from '../config/rotate-keys.ts';
import type { NodeSettings } from '../config/settings.ts';
import type { NodeCommands } from '../control/commands.ts';
import { actorAddresses, handleOf, messageKeyAddress, proofKeyAddress } from '../federation/actors/actor-addresses.ts';
import { keyAddress } from '../http/listed-keys.ts';
import { Turns } from '../log/turns.ts';
import type { Clock } from '../model/clock.ts';
import type { KeyListing } from '../model/key-listing.ts';
import type { KeyRing } from './key-ring.ts';
import { recoveryUnder } from './keys-under-origin.ts';
import type { NodeActivityPub } from './open-activitypub.ts';

const dayMs = 86_400_000;

type KeyCommands = Pick<NodeCommands, 'listKeys' | 'rotateKeys'>;

interface KeyCommandParts {
  readonly folder: DataFolder;
  readonly ring: KeyRing;
  readonly activityPub: Pick<NodeActivityPub, 'actors' | 'keys' | 'followers' | 'get'>;
  readonly settings: Pick<NodeSettings, 'origin'>;
  readonly clock: Clock;
}

/** What the operator can do with keys. */
export const createKeyCommands = ({ folder, ring, activityPub, settings, clock }: KeyCommandParts): KeyCommands => {
  const { origin } = settings;
  const turns = new Turns();

  const feedKeys = (): KeyListing[] => {
    const nowMs = clock.now();
    const signs = signingKey(ring, nowMs)?.id;
    return ring.keys.map(({ id, validFrom, revoked }) => ({
      owner: 'feed',
      id: keyAddress(origin, id),
      algorithm: 'Ed25519',
      state: id === signs ? 'signs' : revoked !== undefined && Date.parse(revoked) <= nowMs ? 'revoked' : 'valid',
      validFrom,
      ...(revoked === undefined ? {} : { revoked }),
    }));
  };

  const actorKeys = async (): Promise<KeyListing[]> => {
    const listed: KeyListing[] = [];
    for (const { identifier, username } of activityPub.actors.list()) {
      const { made, generation, former } = await activityPub.keys.of(identifier);
      const { actor } = actorAddresses(origin, identifier);
      const owner = `@${handleOf(origin, username)}`;
      const pair = (of: number, more: Pick<KeyListing, 'state' | 'validFrom' | 'revoked'>): KeyListing[] => [
        { owner, id: messageKeyAddress(actor, of), algorithm: 'RSA-2048', ...more },
        { owner, id: proofKeyAddress(actor, of), algorithm: 'Ed25519', ...more },
      ];
      listed.push(
        ...former
          .filter(({ until }) => Date.parse(until) > clock.now())
          .toReversed()
          .flatMap((old) => pair(old.generation, { state: 'valid', validFrom: old.made, revoked: old.until })),
        ...pair(generation, { state: 'signs', validFrom: made }),
      );
    }
    return listed;
  };

  const list = async (): Promise<KeyListing[]> => [...feedKeys(), ...(await actorKeys())];

  const rotate: KeyCommands['rotateKeys'] = async ({ which, overlapDays, recoverySecret }) => {
    if (which !== 'actors') {
      const recovery = recoverySecret === undefined ? undefined : recoveryUnder(origin, recoverySecret);
      const keys = rotateKeys(ring, { nowMs: clock.now(), overlapDays, recovery });
      const plain = { keys: keys.keys, recoveryPublicKeyMultibase: keys.recoveryPublicKeyMultibase };
      // On disk before it signs anything: what it signed must never be by a key that is lost.
      await writeKeys(folder, plain);
      ring.replace(plain);
    }
    if (which !== 'feed')
      for (const { identifier } of activityPub.actors.list()) {
        // What a thief may hold says nothing for an actor any more either.
        await activityPub.keys.renew(identifier, recoverySecret === undefined ? overlapDays * dayMs : 0);
        if ((await activityPub.followers.count(identifier)) > 0)
          await (await activityPub.get()).teller.changed(identifier);
      }
    return list();
  };

  return {
    listKeys: list,
    // Two at the same time would each be made after the same one, and the file would lose one that has signed already.
    rotateKeys: (request) => turns.take(() => rotate(request)),
  };
};
