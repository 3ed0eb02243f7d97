export { draftCavageCovers, readDraftCavage, signDraftCavage } from './draft-cavage.ts';
export { contentDigestHeader, digestHeader } from './http-digest.ts';
export type {
  HttpMessage,
  MessageSignature,
  SignatureFault,
  SignatureFaultCode,
  SignatureForm,
  SigningKey,
} from './message.ts';
export { descriptionOfActor, descriptionPath, isNodeActor } from './node-actor.ts';
export { noticedNode, type FollowedNode } from './notice.ts';
export { readRfc9421, rfc9421Covers, signRfc9421 } from './rfc-9421.ts';
export {
  coverageFaultOf,
  isSignatureFault,
  keyFaultOf,
  readSignature,
  signatureAgeMsMax,
  signatureExpiryMsMax,
  signatureFaultOf,
} from './verify-message.ts';
