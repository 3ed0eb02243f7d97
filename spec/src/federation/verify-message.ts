import { createPublicKey, verify } from 'node:crypto';
import { draftCavageCovers, readDraftCavage } from './draft-cavage.ts';
import { isContentDigestOf, isDigestOf } from './http-digest.ts';
import { hasBody, headerOf, type HttpMessage, type MessageSignature, type SignatureFault } from './message.ts';
import { readRfc9421, rfc9421Covers } from './rfc-9421.ts';

/** How far from now a request may say that it was signed. */
export const signatureAgeMsMax: number = 60 * 60_000;

/** How long after its end a signature still counts, since clocks differ. */
export const signatureExpiryMsMax: number = 5 * 60_000;

/** Reads the signature of a request, in whichever form; a `code` says why there is none that can be read. */
export const readSignature = (message: HttpMessage): MessageSignature | SignatureFault => {
  if (headerOf(message, 'signature-input') !== undefined) return readRfc9421(message);
  return headerOf(message, 'signature') === undefined
    ? { code: 'unsigned', words: 'there is no Signature' }
    : readDraftCavage(message);
};

/** Is this why a request is not believed? */
export const isSignatureFault = (read: MessageSignature | SignatureFault): read is SignatureFault => 'code' in read;

/** What says together what `@target-uri` says. */
const targetsInParts: readonly (readonly string[])[] = [
  ['@authority', '@path'],
  ['@authority', '@request-target'],
];

const notCovered = (message: HttpMessage, { form, covered }: MessageSignature): readonly string[] => {
  const isCovered = (name: string): boolean => covered.includes(name);
  const digest = form === 'draft-cavage' ? 'digest' : 'content-digest';
  return (form === 'draft-cavage' ? draftCavageCovers : rfc9421Covers).filter(
    (name) =>
      !isCovered(name) &&
      !(name === '@target-uri' && targetsInParts.some((parts) => parts.every(isCovered))) &&
      !(name === digest && !hasBody(message)),
  );
};

/** Why a request is not believed, whatever the key; undefined where the key decides. */
export const coverageFaultOf = (
  message: HttpMessage,
  signature: MessageSignature,
  nowMs: number,
): SignatureFault | undefined => {
  const isDraft = signature.form === 'draft-cavage';
  const missing = notCovered(message, signature);
  if (missing.length > 0) return { code: 'not-covered', words: `it does not cover ${missing.join(', ')}` };
  if (hasBody(message)) {
    const name = isDraft ? 'digest' : 'content-digest';
    const digest = headerOf(message, name);
    const isRight = isDraft ? isDigestOf : isContentDigestOf;
    if (digest === undefined || !isRight(digest, message.body))
      return { code: 'other-digest', words: `${name} is not that of the body` };
  }
  // Not a number where the date makes no sense.
  if (!(Math.abs(nowMs - signature.signedAtMs) <= signatureAgeMsMax))
    return { code: 'other-time', words: 'it was signed more than an hour ago, or for a time to come' };
  return (signature.expiresAtMs ?? nowMs) + signatureExpiryMsMax >= nowMs
    ? undefined
    : { code: 'other-time', words: 'it has expired' };
};

/**
 * Why a signature is not that of a key; undefined when it is.
 * @param publicKeyPem RSA
 */
export const keyFaultOf = ({ base, signature }: MessageSignature, publicKeyPem: string): SignatureFault | undefined => {
  try {
    const key = createPublicKey(publicKeyPem);
    if (key.asymmetricKeyType === 'rsa' && verify('sha256', Buffer.from(base), key, signature)) return undefined;
  } catch {
    return { code: 'other-signature', words: 'the key is no RSA key in PEM' };
  }
  return { code: 'other-signature', words: 'it was not made with that key, or of something else' };
};

/**
 * Why a request is not believed to come from the owner of a key; undefined when it is.
 * @param publicKeyPem RSA
 */
export const signatureFaultOf = (
  message: HttpMessage,
  signature: MessageSignature,
  publicKeyPem: string,
  nowMs: number,
): SignatureFault | undefined => coverageFaultOf(message, signature, nowMs) ?? keyFaultOf(signature, publicKeyPem);
