import { hash, sign, verify } from 'node:crypto';
import { base58 } from '@scure/base';
import { canonicalJson, type Json } from './jcs.ts';
import { importPublicKey, importSecretKey, type PublicKeyMultibase } from './multikey.ts';

/** A Data Integrity proof of the cryptosuite eddsa-jcs-2022. */
export interface Proof {
  readonly type: 'DataIntegrityProof';
  readonly cryptosuite: 'eddsa-jcs-2022';
  readonly created: string;
  readonly verificationMethod: string;
  readonly proofPurpose: 'assertionMethod';
  readonly proofValue: string;
}

/** A document with its proof. */
export type Signed<T extends object> = T & { readonly proof: Proof };

type JsonObject = { readonly [key: string]: Json | undefined };

const asJson = (document: object): JsonObject => document as JsonObject;

/** Hash of the proof's options, then hash of the document: what is signed. Source: W3C vc-di-eddsa, section 3.3. */
const hashData = (document: JsonObject, options: JsonObject): Buffer =>
  Buffer.concat([hash('sha256', canonicalJson(options), 'buffer'), hash('sha256', canonicalJson(document), 'buffer')]);

/** The proof's options carry the document's own context, where it has one. */
const withContext = (document: JsonObject, options: JsonObject): JsonObject =>
  document['@context'] === undefined ? options : { '@context': document['@context'], ...options };

/** Signs a document. `created` is an RFC 3339 time; `verificationMethod` the IRI of the public key. */
export const signDocument = <T extends object>(
  document: T,
  key: { readonly secretKeyMultibase: string; readonly verificationMethod: string; readonly created: string },
): Signed<T> => {
  const options = withContext(asJson(document), {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    created: key.created,
    verificationMethod: key.verificationMethod,
    proofPurpose: 'assertionMethod',
  });
  const signature = sign(null, hashData(asJson(document), options), importSecretKey(key.secretKeyMultibase));
  return { ...document, proof: { ...options, proofValue: `z${base58.encode(signature)}` } as unknown as Proof };
};

/** Does the proof of this document fit the public key? Anything malformed is `false`. */
export const verifyDocument = (signed: object, publicKey: PublicKeyMultibase): boolean => {
  const { proof, ...document } = asJson(signed);
  if (typeof proof !== 'object' || proof === null || Array.isArray(proof)) return false;
  const { proofValue, ...options } = proof as JsonObject;
  if (typeof proofValue !== 'string' || !proofValue.startsWith('z')) return false;
  if (
    options.type !== 'DataIntegrityProof' ||
    options.cryptosuite !== 'eddsa-jcs-2022' ||
    options.proofPurpose !== 'assertionMethod'
  )
    return false;
  try {
    return verify(null, hashData(document, options), importPublicKey(publicKey), base58.decode(proofValue.slice(1)));
  } catch {
    return false;
  }
};
