import { webcrypto } from 'node:crypto';
import type { Clock } from '../../model/clock.ts';
import { KeyTurns } from '../store/key-turns.ts';
import { privateStoreFolder } from '../store/private-store-folder.ts';
import { type ActorKeyPairs, type FormerActorKeys, readActorKeys, writeActorKeys } from './actor-key-file.ts';
import { actorLimits } from './limits.ts';

/** The keys with which the node's actors sign. */
export interface ActorKeys {
  /** The keys of an actor, made when it has none. @throws {Fault} `settings-invalid`, `file-unreadable` */
  of(identifier: string): Promise<ActorKeyPairs>;
  /**
   * Gives an actor new keys, which it uses from then on. The secrets of the old ones are forgotten.
   * @param overlapMs how long others can still read the old ones; ended sooner, what was longer before
   */
  renew(identifier: string, overlapMs: number): Promise<ActorKeyPairs>;
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

/** What others can still read once these keys are replaced: few enough for the document of an actor. */
const formerAfter = (replaced: ActorKeyPairs, nowMs: number, overlapMs: number): readonly FormerActorKeys[] => {
  const { generation, made, former } = replaced;
  const untilMs = nowMs + overlapMs;
  const until = new Date(untilMs).toISOString();
  return [
    { generation, made, until, rsa: replaced.rsa.publicKey, ed25519: replaced.ed25519.publicKey },
    ...former.map((one) => (Date.parse(one.until) <= untilMs ? one : { ...one, until })),
  ]
    .filter((one) => Date.parse(one.until) > nowMs)
    .slice(0, actorLimits.formerKeysMax);
};

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

  const make = async (
    identifier: string,
    { generation, former }: Pick<ActorKeyPairs, 'generation' | 'former'>,
  ): Promise<ActorKeyPairs> => {
    const keys: ActorKeyPairs = {
      made: new Date(clock.now()).toISOString(),
      generation,
      former,
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

  // What a key is made after must still be what the file holds when the key is there.
  const turns = new KeyTurns();

  const readOrMake = async (identifier: string): Promise<ActorKeyPairs> =>
    (await readActorKeys(folder, identifier)) ?? make(identifier, { generation: 1, former: [] });

  return {
    of: (identifier) => hold(identifier, ready.get(identifier) ?? turns.take(identifier, () => readOrMake(identifier))),
    renew: (identifier, overlapMs) =>
      hold(
        identifier,
        turns.take(identifier, async () => {
          const before = await readOrMake(identifier);
          return make(identifier, {
            generation: before.generation + 1,
            former: formerAfter(before, clock.now(), overlapMs),
          });
        }),
      ),
  };
};
