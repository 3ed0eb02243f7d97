import { verify } from 'node:crypto';
import { draftCavageCovers, readDraftCavage } from './draft-cavage.ts';
import { isContentDigestOf, isDigestOf } from './http-digest.ts';
import type { HttpMessage, MessageSignature, SignatureFault } from './message.ts';
import { readRfc9421, rfc9421Covers } from './rfc-9421.ts';

/** How far from now a request may say that it was signed. */
export const signatureAgeMsMax: number = 60 * 60_000;

/** Reads the signature of a request, in whichever form; a `code` says why there is none that can be read. */
export const readSignature = (message: HttpMessage): MessageSignature | SignatureFault => {
  if (message.headers['signature-input'] !== undefined) return readRfc9421(message);
  return message.headers['signature'] === undefined
    ? { code: 'unsigned', words: 'there is no Signature' }
    : readDraftCavage(message);
};

/** Is this why a request is not believed? */
export const isSignatureFault = (read: MessageSignature | SignatureFault): read is SignatureFault => 'code' in read;

/** Together they say what `@target-uri` says, where there is no query. */
const targetInParts: readonly string[] = ['@authority', '@path'];

const notCovered = ({ form, covered }: MessageSignature): readonly string[] => {
  const isCovered = (name: string): boolean => covered.includes(name);
  return (form === 'draft-cavage' ? draftCavageCovers : rfc9421Covers).filter(
    (name) => !isCovered(name) && !(name === '@target-uri' && targetInParts.every(isCovered)),
  );
};

/**
 * Why a POST is not believed to come from the owner of a key; undefined when it is.
 * @param publicKeyPem RSA
 */
export const signatureFaultOf = (
  message: HttpMessage,
  signature: MessageSignature,
  publicKeyPem: string,
  nowMs: number,
): SignatureFault | undefined => {
  const isDraft = signature.form === 'draft-cavage';
  const missing = notCovered(signature);
  if (missing.length > 0) return { code: 'not-covered', words: `it does not cover ${missing.join(', ')}` };
  const name = isDraft ? 'digest' : 'content-digest';
  const digest = message.headers[name];
  const isRight = isDraft ? isDigestOf : isContentDigestOf;
  if (digest === undefined || !isRight(digest, message.body))
    return { code: 'other-digest', words: `${name} is not that of the body` };
  // Not a number where the date makes no sense.
  if (!(Math.abs(nowMs - signature.signedAtMs) <= signatureAgeMsMax))
    return { code: 'other-time', words: 'it was signed more than an hour ago, or for a time to come' };
  try {
    if (verify('sha256', Buffer.from(signature.base), publicKeyPem, signature.signature)) return undefined;
  } catch {
    return { code: 'other-signature', words: 'the key is no RSA key in PEM' };
  }
  return { code: 'other-signature', words: 'it was not made with that key, or of something else' };
};
