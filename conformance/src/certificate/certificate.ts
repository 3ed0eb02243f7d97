import { proofSchema } from '@openstraat/spec';
import { z } from 'zod';
import { conformanceResultSchema } from '../result/result.ts';
import { certificateLimits } from './limits.ts';

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
const { shape } = conformanceResultSchema;
const { shape: requirementShape } = shape.requirements.element;

/** What the run came to, as far as a certificate says it. */
export const certifiedFactsSchema = z.object({
  /** The address that was tested. */
  url: shape.url,
  suite: shape.suite,
  seed: shape.seed,
  full: shape.full,
  startedAt: shape.startedAt,
  endedAt: shape.endedAt,
  verdict: shape.verdict,
  classes: z.array(shape.classes.element.pick({ class: true, claimed: true, verdict: true })),
  requirements: z.array(
    z.object({
      id: requirementShape.id,
      class: requirementShape.class,
      level: requirementShape.level,
      outcome: requirementShape.outcome,
      why: requirementShape.why,
      /** Of the JCS form of class, level and text: an outcome means nothing without the words. */
      sha256: sha256Schema,
    }),
  ),
  evidence: z.object({
    /** SHA-256 of the JSON report. */
    result: sha256Schema,
    /** Every answer that was judged, and every request that got none. */
    exchanges: z.array(
      z.object({
        id: z.int().min(0),
        method: z.string(),
        url: z.string(),
        status: z.int().optional(),
        /** Of the decompressed body. */
        sha256: sha256Schema.optional(),
        /** Why there is no answer. */
        unreachable: z.string().optional(),
      }),
    ),
  }),
});
export type CertifiedFacts = z.infer<typeof certifiedFactsSchema>;

/** A signed statement of what a run came to. A member is only ever added under the same `version`. */
export const certificateSchema = certifiedFactsSchema.extend({
  type: z.literal('ConformanceCertificate'),
  version: z.literal(1),
  issuer: z.object({
    name: z.string().min(1).max(certificateLimits.nameCharactersMax),
    publicKeyMultibase: z.string(),
  }),
  issuedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  proof: proofSchema,
});
export type Certificate = z.infer<typeof certificateSchema>;
