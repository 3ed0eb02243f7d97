import { webcrypto } from 'node:crypto';
import type { Clock } from '../../model/clock.ts';
import { privateStoreFolder } from '../store/private-store-folder.ts';
import { type ActorKeyPairs, readActorKeys, writeActorKeys } from './actor-key-file.ts';
import { actorLimits } from './limits.ts';

/** The keys with which the node's actors sign. */
export interface ActorKeys {
  /** The keys of an actor, made when it has none. @throws {Fault} `settings-invalid`, `file-unreadable` */
  of(identifier: string): Promise<ActorKeyPairs>;
  /** Gives an actor new keys, which it uses from then on. */
  renew(identifier: string): Promise<ActorKeyPairs>;
}

const signing = ['sign', 'verify'] as const;

// 2048 bits are what every server takes; the 4096 of Fedify's own default sign at a third of the speed.
const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength: 2_048,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: 'SHA-256',
};

// The curve is in the name already; the types ask for it all the same.
const ed25519 = { name: 'Ed25519', namedCurve: 'Ed25519' };

/**
 * Keeps the keys of actors, a file each, in a folder that only this user can enter.
 * @throws {Fault} `settings-invalid` when others can enter it
 */
export const openActorKeys = async (
  folder: string,
  clock: Clock,
  readyMax: number = actorLimits.keyPairsReadyMax,
): Promise<ActorKeys> => {
  await privateStoreFolder(folder);
  // In order of use: a map keeps the order in which keys were set.
  const ready = new Map<string, Promise<ActorKeyPairs>>();

  const make = async (identifier: string, generation: number): Promise<ActorKeyPairs> => {
    const keys: ActorKeyPairs = {
      made: new Date(clock.now()).toISOString(),
      generation,
      rsa: await webcrypto.subtle.generateKey(rsa, true, signing),
      ed25519: await webcrypto.subtle.generateKey(ed25519, true, signing),
    };
    await writeActorKeys(folder, identifier, keys);
    return keys;
  };

  const hold = (identifier: string, keys: Promise<ActorKeyPairs>): Promise<ActorKeyPairs> => {
    ready.delete(identifier);
    ready.set(identifier, keys);
    if (ready.size > readyMax) for (const oldest of ready.keys().take(1)) ready.delete(oldest);
    // What failed is tried again by the next who asks.
    keys.catch(() => {
      if (ready.get(identifier) === keys) ready.delete(identifier);
    });
    return keys;
  };

  const readOrMake = async (identifier: string): Promise<ActorKeyPairs> =>
    (await readActorKeys(folder, identifier)) ?? make(identifier, 1);

  return {
    of: (identifier) => hold(identifier, ready.get(identifier) ?? readOrMake(identifier)),
    async renew(identifier) {
      const { generation } = await readOrMake(identifier);
      return hold(identifier, make(identifier, generation + 1));
    },
  };
};
