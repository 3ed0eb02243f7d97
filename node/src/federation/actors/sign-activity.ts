import { KeyObject } from 'node:crypto';
import { secretMultikeyOf, signDocument } from '@openstraat/spec';
import { plainForm } from '../plain-form.ts';
import { proofKeyAddress } from './actor-addresses.ts';
import type { ActorKeyPairs } from './actor-key-file.ts';

/**
 * An activity as it goes out: in the form that others read, with a proof by the key that its actor has now.
 * What Fedify made of it before goes: its proof is over another form, and its Linked Data signature needs who reads it to canonise RDF.
 * @param activity compact JSON-LD
 * @param nowMs when it is signed
 */
export const signActivity = (
  activity: object,
  actor: string,
  { generation, ed25519 }: Pick<ActorKeyPairs, 'generation' | 'ed25519'>,
  nowMs: number,
): object => {
  const { proof: _proof, signature: _signature, ...said }: Record<string, unknown> = { ...activity };
  return signDocument(plainForm(said) as object, {
    secretKeyMultibase: secretMultikeyOf(KeyObject.from(ed25519.privateKey)),
    verificationMethod: proofKeyAddress(actor, generation),
    created: new Date(nowMs).toISOString(),
  });
};
