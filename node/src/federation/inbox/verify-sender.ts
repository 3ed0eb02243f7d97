import { keyFaultOf } from '@openstraat/spec';
import type { KeyFinder, KeyReading } from './find-key.ts';
import { isSameAddress } from './key-document.ts';
import type { SignedBy } from './read-signature.ts';

/** Whether a request comes from whom it says. */
export type SenderVerdict =
  | { readonly ok: true }
  /** `gone`: the host says that there is no such key any more. `busy`: it could not be asked now. */
  | { readonly ok: false; readonly because: 'gone' | 'bad-signature' | 'busy'; readonly words: string };

const bad = (words: string): SenderVerdict => ({ ok: false, because: 'bad-signature', words });

const missing = (because: Exclude<KeyReading, { ok: true }>['because'], keyId: string): SenderVerdict => {
  const words = `The key ${keyId} can not be read, or is not that of an actor which names it.`;
  return because === 'unreadable' ? bad(words) : { ok: false, because, words };
};

/**
 * Holds a signature against the key that it names, and no other (FEP-fe34: the key is the actor's own).
 * @param actor whose key it must be; any actor's when absent
 */
export const verifySender = async (
  { keyId, signatures }: SignedBy,
  keys: KeyFinder,
  actor?: string,
): Promise<SenderVerdict> => {
  const fits = (publicKeyPem: string): boolean =>
    signatures.some((signature) => keyFaultOf(signature, publicKeyPem) === undefined);
  let reading = await keys.find(keyId);
  if (reading.ok && !fits(reading.key.publicKeyPem)) {
    const { publicKeyPem } = reading.key;
    reading = await keys.findAnew(keyId);
    if (reading.ok && (reading.key.publicKeyPem === publicKeyPem || !fits(reading.key.publicKeyPem)))
      return bad('The signature does not fit the request.');
  }
  if (!reading.ok) return missing(reading.because, keyId);
  return actor === undefined || isSameAddress(reading.key.owner, actor)
    ? { ok: true }
    : bad('The key is not that of the actor.');
};
