import { generateKeyPair, type Proof, publicKeyOf } from '@openstraat/spec';
import { Fault } from '../model/fault.ts';
import type { NodeKeys } from './settings.ts';

type NodeKey = NodeKeys['keys'][number];

const dayMs = 86_400_000;
/** Keys that a description can list (spec: description). */
export const nodeKeysMax = 100;

const rfc3339 = (timeMs: number): string => `${new Date(timeMs).toISOString().slice(0, 19)}Z`;

/** The key that signs now: the newest that is valid and not revoked. */
export const signingKey = ({ keys }: Pick<NodeKeys, 'keys'>, nowMs: number): NodeKey | undefined =>
  keys.findLast(
    ({ validFrom, revoked }) =>
      Date.parse(validFrom) <= nowMs && (revoked === undefined || Date.parse(revoked) > nowMs),
  );

/** How keys are renewed. */
export interface Rotation {
  readonly nowMs: number;
  /** How long the old key still counts; none when the recovery key signs, since the old one may be in other hands. */
  readonly overlapDays: number;
  /** The secret of the recovery key, and what makes a proof with it. */
  readonly recovery?: { readonly secret: string; prove(key: Omit<NodeKey, 'proof'>): Proof } | undefined;
}

const checkRecovery = (keys: NodeKeys, secret: string): void => {
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

/**
 * Adds a new key, which signs from now on. CHK-016: it is signed by the key that signed until now, or by the recovery key;
 * the old one stays in the list, and counts until its overlap is over.
 * @throws {Fault} `bad-request` for another secret than that of the recovery key, `limit-exceeded`, `settings-invalid` when no key is valid
 */
export const rotateKeys = (keys: NodeKeys, { nowMs, overlapDays, recovery }: Rotation): NodeKeys => {
  if (keys.keys.length >= nodeKeysMax)
    throw new Fault('limit-exceeded', `A node lists at most ${nodeKeysMax} keys, old ones included.`);
  if (recovery !== undefined) checkRecovery(keys, recovery.secret);
  const signer = signingKey(keys, nowMs);
  if (signer === undefined && recovery === undefined)
    throw new Fault('settings-invalid', 'No key is valid that could sign a new one: use the recovery key.');
  const validFrom = rfc3339(nowMs);
  const revoked = recovery === undefined ? rfc3339(nowMs + overlapDays * dayMs) : validFrom;
  const numbers = keys.keys.map(({ id }) => Number(id.slice('key-'.length)));
  const key: NodeKey = {
    id: `key-${Math.max(...numbers) + 1}`,
    ...generateKeyPair(),
    validFrom,
    signedBy: recovery === undefined ? signer?.id : 'recovery-key',
  };
  return {
    ...keys,
    keys: [
      ...keys.keys.map((old) =>
        // One that ends sooner, after an earlier rotation, still does.
        old.revoked !== undefined && Date.parse(old.revoked) <= Date.parse(revoked) ? old : { ...old, revoked },
      ),
      recovery === undefined ? key : { ...key, proof: recovery.prove(key) },
    ],
  };
};
