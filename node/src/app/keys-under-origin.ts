import { checkRecovery, provenAnew, type Recovery, recoveryKeyId, signingKey } from '../config/rotate-keys.ts';
import type { NodeKeys } from '../config/settings.ts';
import { trustKeys } from '../federation/replica/trusted-keys.ts';
import { keyAddress, listedKeys, proveKey } from '../http/listed-keys.ts';
import { Fault } from '../model/fault.ts';

/** The recovery key of a node under an origin. */
export const recoveryUnder = (origin: string, secret: string): Recovery => ({
  secret,
  prove: (key) => proveKey(origin, key, { id: recoveryKeyId, secretKeyMultibase: secret }),
});

/** Whether somebody who follows the node anew would believe the key that signs its feed (CHK-016). */
export const isSignerBelieved = (keys: NodeKeys, origin: string, nowMs: number): boolean => {
  const signer = signingKey(keys, nowMs);
  const listed = listedKeys(keys, origin);
  const recovery = {
    id: keyAddress(origin, recoveryKeyId),
    publicKeyMultibase: keys.recoveryPublicKeyMultibase,
    validFrom: signer?.validFrom ?? '',
  };
  const trusted = trustKeys(listed, recovery, undefined);
  return trusted?.keys.some(({ publicKeyMultibase }) => publicKeyMultibase === signer?.publicKeyMultibase) === true;
};

const isOfOtherOrigin = ({ proof }: NodeKeys['keys'][number], origin: string): boolean =>
  proof !== undefined && proof.verificationMethod !== keyAddress(origin, recoveryKeyId);

/**
 * The keys of a node that goes on under an origin. What its own keys signed is signed anew by itself, since their secrets are there;
 * what the recovery key signed names the origin of then, and only its secret can say it of another.
 * @param recoverySecret signs anew all that the recovery key ever signed
 * @throws {Fault} `origin-changed` when it is needed and not given, `bad-request` when it is another
 */
export const keysUnderOrigin = (
  keys: NodeKeys,
  {
    origin,
    nowMs,
    recoverySecret,
  }: { readonly origin: string; readonly nowMs: number; readonly recoverySecret?: string | undefined },
): NodeKeys => {
  if (recoverySecret !== undefined) {
    checkRecovery(keys, recoverySecret);
    return provenAnew(keys, recoveryUnder(origin, recoverySecret));
  }
  if (!isSignerBelieved(keys, origin, nowMs) && keys.keys.some((key) => isOfOtherOrigin(key, origin)))
    throw new Fault(
      'origin-changed',
      `The recovery key has signed a key of this node, for the origin that it had then: under ${origin} nobody would believe what it signs. ` +
        'Say it again with the secret of the recovery key: add --recovery-file <file>',
    );
  return keys;
};
