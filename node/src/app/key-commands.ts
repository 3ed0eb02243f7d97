import type { DataFolder } from '../config/data-folder.ts';
import { writeKeys } from '../config/keys-file.ts';
import { rotateKeys, signingKey } from '../config/rotate-keys.ts';
import type { NodeSettings } from '../config/settings.ts';
import type { NodeCommands } from '../control/commands.ts';
import { actorAddresses, handleOf, messageKeyAddress, proofKeyAddress } from '../federation/actors/actor-addresses.ts';
import { keyAddress, proveKey } from '../http/listed-keys.ts';
import type { Clock } from '../model/clock.ts';
import type { KeyListing } from '../model/key-listing.ts';
import type { KeyRing } from './key-ring.ts';
import type { NodeActivityPub } from './open-activitypub.ts';

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
      const { made, generation } = await activityPub.keys.of(identifier);
      const { actor } = actorAddresses(origin, identifier);
      const common = { owner: `@${handleOf(origin, username)}`, state: 'signs', validFrom: made } as const;
      listed.push(
        { ...common, id: messageKeyAddress(actor, generation), algorithm: 'RSA-2048' },
        { ...common, id: proofKeyAddress(actor, generation), algorithm: 'Ed25519' },
      );
    }
    return listed;
  };

  const list = async (): Promise<KeyListing[]> => [...feedKeys(), ...(await actorKeys())];

  return {
    listKeys: list,
    async rotateKeys({ which, overlapDays, recoverySecret }) {
      if (which !== 'actors') {
        const recovery =
          recoverySecret === undefined
            ? undefined
            : {
                secret: recoverySecret,
                prove: (key: Parameters<typeof proveKey>[1]) =>
                  proveKey(origin, key, { id: 'recovery-key', secretKeyMultibase: recoverySecret }),
              };
        const keys = rotateKeys(ring, { nowMs: clock.now(), overlapDays, recovery });
        const plain = { keys: keys.keys, recoveryPublicKeyMultibase: keys.recoveryPublicKeyMultibase };
        // On disk before it signs anything: what it signed must never be by a key that is lost.
        await writeKeys(folder, plain);
        ring.replace(plain);
      }
      if (which !== 'feed')
        for (const { identifier } of activityPub.actors.list()) {
          await activityPub.keys.renew(identifier);
          if ((await activityPub.followers.count(identifier)) > 0)
            await (await activityPub.get()).teller.changed(identifier);
        }
      return list();
    },
  };
};
