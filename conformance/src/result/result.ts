import { conformanceClasses } from '@openstraat/spec';
import { z } from 'zod';

const outcomes = ['passed', 'failed', 'inapplicable', 'not-tested'] as const;
const verdicts = ['conforms', 'does-not-conform', 'not-tested'] as const;
const notTestedWhys = [
  'not-answered',
  'evidence-missing',
  'needs-callback',
  'out-of-sight',
  'needs-full',
  'no-check',
  'suite-fault',
] as const;

const findingSchema = z.object({
  message: z.string(),
  where: z.union([
    z.object({ exchange: z.int().min(0), in: z.enum(['body', 'head']), pointer: z.string() }),
    z.object({ exchange: z.int().min(0), in: z.literal('body'), bytes: z.tuple([z.int().min(0), z.int().min(0)]) }),
  ]),
});

const outcomeMembers = {
  outcome: z.enum(outcomes),
  /** What was seen, or why there is no other outcome. */
  says: z.string(),
  /** Beside `not-tested`. */
  why: z.enum(notTestedWhys).optional(),
};

const checkResultSchema = z.object({
  name: z.string(),
  requirement: z.string(),
  title: z.string(),
  fault: z.string(),
  consumerLoses: z.string(),
  whatToDo: z.string(),
  ...outcomeMembers,
  findings: z.array(findingSchema),
  /** All that were found; `findings` holds the first of them. */
  findingsTotal: z.int().min(0),
});
export type CheckResult = z.infer<typeof checkResultSchema>;

const requirementResultSchema = z.object({
  id: z.string(),
  class: z.enum(conformanceClasses),
  level: z.enum(['MUST', 'SHOULD', 'MAY']),
  title: z.string(),
  text: z.string(),
  ...outcomeMembers,
  checks: z.array(z.string()),
});
export type RequirementResult = z.infer<typeof requirementResultSchema>;

const classResultSchema = z.object({
  class: z.enum(conformanceClasses),
  claimed: z.boolean(),
  verdict: z.enum(verdicts),
  /** Why, where it was not tested. */
  says: z.string(),
});
export type ClassResult = z.infer<typeof classResultSchema>;

const exchangeRecordSchema = z.object({
  id: z.int().min(0),
  method: z.string(),
  url: z.string(),
  requestHeaders: z.record(z.string(), z.string()),
  /** How the body of the request begins, where it had one. */
  requestBody: z.string().optional(),
  /** It came to the suite: the headers are the sender's, and the answer is the suite's own. */
  received: z.literal(true).optional(),
  redirects: z.array(z.string()),
  attempts: z.int().min(0),
  totalMs: z.int().min(0),
  response: z
    .object({
      status: z.int(),
      headers: z.record(z.string(), z.string()),
      bytes: z.int().min(0),
      encodedBytes: z.int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      excerpt: z.string(),
    })
    .optional(),
  unreachable: z.object({ reason: z.string(), words: z.string() }).optional(),
});

/** What a run came to, as JSON. A member is only ever added under the same `version`. */
export const conformanceResultSchema = z.object({
  type: z.literal('ConformanceResult'),
  version: z.literal(1),
  suite: z.object({ name: z.string(), version: z.string() }),
  url: z.url(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  seed: z.string(),
  full: z.boolean(),
  /** `does-not-conform` when one of the classes does not, else `not-tested` when one of them was not. */
  verdict: z.enum(verdicts),
  classes: z.array(classResultSchema),
  requirements: z.array(requirementResultSchema),
  checks: z.array(checkResultSchema),
  /** What was seen and what was not, in sentences. */
  notes: z.array(z.string()),
  exchanges: z.array(exchangeRecordSchema),
});
export type ConformanceResult = z.infer<typeof conformanceResultSchema>;
export type ConformanceVerdict = ConformanceResult['verdict'];
