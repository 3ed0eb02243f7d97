import { type CheckpointKey, verifyDocument } from '@openstraat/spec';
import { z } from 'zod';

const keysPinnedMax = 200;

/** The keys of a peer that earlier pulls have seen proven: by them later ones are judged. */
export const pinnedKeysSchema = z.strictObject({
  keys: z.array(z.string()).max(keysPinnedMax),
  recovery: z.string(),
});
export type PinnedKeys = z.infer<typeof pinnedKeysSchema>;

/** A key as the description lists it: its proof counts members that no schema knows. */
export type ListedKey = CheckpointKey & { readonly proof?: { readonly verificationMethod: string } | undefined };

export interface TrustedKeys {
  readonly keys: readonly CheckpointKey[];
  readonly pinned: PinnedKeys;
}

const countedAt = ({ validFrom, revoked }: CheckpointKey, timeMs: number): boolean =>
  Date.parse(validFrom) <= timeMs && (revoked === undefined || timeMs < Date.parse(revoked));

/** CHK-016: was this key signed by one that is trusted and counted then, or by the recovery key? */
const isProven = (key: ListedKey, trusted: readonly ListedKey[], recovery: ListedKey): boolean => {
  const { revoked: _revoked, ...signed } = key;
  const signerId = key.proof?.verificationMethod;
  const fromMs = Date.parse(key.validFrom);
  return [...trusted.filter((signer) => countedAt(signer, fromMs)), recovery].some(
    (signer) => signer.id === signerId && verifyDocument(signed, signer.publicKeyMultibase),
  );
};

/**
 * Which keys of a description count. On the first contact its oldest key is believed; later only keys that are known, or that a chain of proofs leads to.
 * @param recoveryKey of the description; the one that was pinned goes before it
 * @returns undefined when none counts: somebody else may have taken over the address
 */
export const trustKeys = (
  listed: readonly ListedKey[],
  recoveryKey: ListedKey,
  pinned: PinnedKeys | undefined,
): TrustedKeys | undefined => {
  const byAge = listed.toSorted((one, other) => Date.parse(one.validFrom) - Date.parse(other.validFrom));
  const known = new Set(pinned?.keys ?? byAge.slice(0, 1).map(({ publicKeyMultibase }) => publicKeyMultibase));
  const recovery = { ...recoveryKey, publicKeyMultibase: pinned?.recovery ?? recoveryKey.publicKeyMultibase };
  const trusted: ListedKey[] = byAge.filter(({ publicKeyMultibase }) => known.has(publicKeyMultibase));
  // From old to new: a key is signed by one that was there before it.
  for (const key of byAge) if (!trusted.includes(key) && isProven(key, trusted, recovery)) trusted.push(key);
  if (trusted.length === 0) return undefined;
  const keys = [...new Set([...known, ...trusted.map(({ publicKeyMultibase }) => publicKeyMultibase)])];
  return { keys: trusted, pinned: { keys: keys.slice(-keysPinnedMax), recovery: recovery.publicKeyMultibase } };
};
