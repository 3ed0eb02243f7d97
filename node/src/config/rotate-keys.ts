import { generateKeyPair, type Proof, publicKeyOf } from '@openstraat/spec';
import { Fault } from '../model/fault.ts';
import type { NodeKeys } from './settings.ts';

type NodeKey = NodeKeys['keys'][number];

const secondMs = 1_000;
const dayMs = 86_400_000;
/** Keys that a description can list (spec: description). */
export const nodeKeysMax = 100;
/** What stands for the recovery key where keys say which one has signed them, and the fragment of its address. */
export const recoveryKeyId = 'recovery-key';
/** How long a key stays in a full list after it was revoked: who has not read the feed for as long follows anew (CHK-015). */
export const revokedKeyDays = 365;

const rfc3339 = (timeMs: number): string => `${new Date(timeMs).toISOString().slice(0, 19)}Z`;

/** The key that signs now: the newest that is valid and not revoked. */
export const signingKey = ({ keys }: Pick<NodeKeys, 'keys'>, nowMs: number): NodeKey | undefined =>
  keys.findLast(
    ({ validFrom, revoked }) =>
      Date.parse(validFrom) <= nowMs && (revoked === undefined || Date.parse(revoked) > nowMs),
  );

/** The secret of the recovery key, and what makes a proof with it. */
export interface Recovery {
  readonly secret: string;
  prove(key: Omit<NodeKey, 'proof'>): Proof;
}

/** The keys with what the recovery key says of all those that it signed, said again. */
export const provenAnew = (keys: NodeKeys, recovery: Recovery): NodeKeys => ({
  ...keys,
  keys: keys.keys.map(({ proof, ...key }) =>
    key.signedBy === recoveryKeyId ? { ...key, proof: recovery.prove(key) } : { ...key, ...(proof && { proof }) },
  ),
});

/** How keys are renewed. */
export interface Rotation {
  readonly nowMs: number;
  /** How long the old key still counts; none when the recovery key signs, since the old one may be in other hands. */
  readonly overlapDays: number;
  readonly recovery?: Recovery | undefined;
}

/** @throws {Fault} `bad-request` for another secret than that of the recovery key */
export const checkRecovery = (keys: Pick<NodeKeys, 'recoveryPublicKeyMultibase'>, secret: string): void => {
  let fits = false;
  try {
    fits = publicKeyOf(secret) === keys.recoveryPublicKeyMultibase;
  } catch {
    // What is no key does not fit.
  }
  if (!fits)
    throw new Fault(
      'bad-request',
      'This is not the secret of the recovery key that the description lists. Look at what openstraat init showed.',
    );
};

const fullList = (oldest: NodeKey | undefined): Fault => {
  const mayGo =
    oldest?.revoked === undefined
      ? ''
      : ` The oldest, ${oldest.id}, makes room on ${rfc3339(Date.parse(oldest.revoked) + revokedKeyDays * dayMs)}.`;
  return new Fault(
    'limit-exceeded',
    `A node lists at most ${nodeKeysMax} keys, old ones included: readers that were away find the newest through them.${mayGo} ` +
      'The recovery key needs none of them, and begins a new list at once: openstraat keys rotate --recovery-file <file>',
  );
};

/** What stays when one more is to come. @throws {Fault} `limit-exceeded` */
const withRoom = (keys: readonly NodeKey[], signer: NodeKey | undefined, rotation: Rotation): readonly NodeKey[] => {
  const surplus = keys.length + 1 - nodeKeysMax;
  if (surplus <= 0) return keys;
  // Who knows the recovery key believes what it signs, whatever was before. The head of the feed may still be signed by the last one.
  if (rotation.recovery !== undefined) return keys.filter((key) => key === signer);
  const oldest = keys
    .toSorted((one, other) => Date.parse(one.validFrom) - Date.parse(other.validFrom))
    .slice(0, surplus);
  const needed = oldest.find(
    ({ revoked }) => revoked === undefined || Date.parse(revoked) + revokedKeyDays * dayMs > rotation.nowMs,
  );
  if (needed !== undefined) throw fullList(needed);
  return keys.filter((key) => !oldest.includes(key));
};

/** CHK-016: when the last key that this one signed began to count; it has to count itself then. */
const lastSignedMs = ({ id }: NodeKey, keys: readonly NodeKey[]): number =>
  Math.max(...keys.filter(({ signedBy }) => signedBy === id).map(({ validFrom }) => Date.parse(validFrom)));

/**
 * Adds a new key, which signs from now on. CHK-016: it is signed by the key that signed until now, or by the recovery key;
 * the old one stays in the list, and counts until its overlap is over, which is a second at least: what it signed counts from before that.
 * The recovery key says anew of all that it ever signed that they are the node's.
 * @throws {Fault} `bad-request` for another secret than that of the recovery key, `limit-exceeded`, `settings-invalid` when no key is valid
 */
export const rotateKeys = (keys: NodeKeys, rotation: Rotation): NodeKeys => {
  const { nowMs, overlapDays, recovery } = rotation;
  if (recovery !== undefined) checkRecovery(keys, recovery.secret);
  const signer = signingKey(keys, nowMs);
  if (signer === undefined && recovery === undefined)
    throw new Fault(
      'settings-invalid',
      'No key is valid that could sign a new one. Use the recovery key: openstraat keys rotate --recovery-file <file>',
    );
  const kept = withRoom(keys.keys, signer, rotation);
  const numbers = keys.keys.map(({ id }) => Number(id.slice('key-'.length)));
  const key: NodeKey = {
    id: `key-${Math.max(...numbers) + 1}`,
    ...generateKeyPair(),
    validFrom: rfc3339(nowMs),
    signedBy: recovery === undefined ? signer?.id : recoveryKeyId,
  };
  const fromMs = Date.parse(key.validFrom);
  const listed = [...kept, key];

  const endMs = (old: NodeKey): number => {
    const asked = recovery === undefined ? nowMs + overlapDays * dayMs : fromMs;
    // One that ends sooner, after an earlier rotation, still does.
    const wanted = old.revoked === undefined ? asked : Math.min(Date.parse(old.revoked), asked);
    const needed = lastSignedMs(old, listed) + secondMs;
    // Whoever has stolen it could have put a key of the future into its hands: it gets no time for that.
    return Math.max(wanted, recovery === undefined ? needed : Math.min(needed, fromMs + secondMs));
  };
  const ended = listed.map((one) => (one === key ? one : { ...one, revoked: rfc3339(endMs(one)) }));
  const renewed = { ...keys, keys: ended };
  return recovery === undefined ? renewed : provenAnew(renewed, recovery);
};
