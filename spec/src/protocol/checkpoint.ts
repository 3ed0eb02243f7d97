import { z } from 'zod';
import { dataHash } from './digest.ts';
import { canonicalJson, type Json } from './jcs.ts';
import { type Proof, type Signed, signDocument } from './data-integrity.ts';

/** The signed head of a feed: what a reader that has walked to `position` must hold. */
export const checkpointSchema = z.object({
  type: z.literal('Checkpoint'),
  feed: z.url(),
  epoch: z.string().regex(/^[a-z0-9]{1,32}$/),
  position: z.int().min(0),
  live: z.int().min(0),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  previous: z.union([z.string().regex(/^[0-9a-f]{64}$/), z.null()]),
  time: z.iso.datetime({ offset: true }),
});
export type Checkpoint = z.infer<typeof checkpointSchema>;
export type SignedCheckpoint = Signed<Checkpoint>;

export const proofSchema = z.object({
  type: z.literal('DataIntegrityProof'),
  cryptosuite: z.literal('eddsa-jcs-2022'),
  created: z.string(),
  verificationMethod: z.string(),
  proofPurpose: z.literal('assertionMethod'),
  proofValue: z.string(),
}) satisfies z.ZodType<Proof>;

export const signedCheckpointSchema = checkpointSchema.extend({
  proof: proofSchema,
}) satisfies z.ZodType<SignedCheckpoint>;

/** SHA-256 of the JCS form of a signed checkpoint, proof included: what the next one names as `previous`. */
export const checkpointHash = (checkpoint: SignedCheckpoint): string =>
  dataHash(canonicalJson(checkpoint as unknown as Json));

export const signCheckpoint = (
  checkpoint: Checkpoint,
  key: { readonly secretKeyMultibase: string; readonly verificationMethod: string },
): SignedCheckpoint => signDocument(checkpoint, { ...key, created: checkpoint.time });
