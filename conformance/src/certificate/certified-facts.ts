import { hash } from 'node:crypto';
import { requirementHash } from '@openstraat/spec';
import { resultText } from '../reports/json.ts';
import type { ConformanceResult } from '../result/result.ts';
import type { CertifiedFacts } from './certificate.ts';

/** What a certificate says of a result. @param resultSha256 of the result's JSON report, where it is known already */
export const certifiedFacts = (
  result: ConformanceResult,
  resultSha256: string = hash('sha256', resultText(result), 'hex'),
): CertifiedFacts => ({
  url: result.url,
  suite: result.suite,
  // Nothing that was typed or answered may keep the certificate from being signed: lone surrogates have no canonical JSON.
  seed: result.seed.toWellFormed(),
  full: result.full,
  startedAt: result.startedAt,
  endedAt: result.endedAt,
  verdict: result.verdict,
  classes: result.classes.map(({ class: name, claimed, verdict }) => ({ class: name, claimed, verdict })),
  requirements: result.requirements.map((requirement) => {
    const { id, class: name, level, outcome, why } = requirement;
    return {
      id,
      class: name,
      level,
      outcome,
      ...(why === undefined ? {} : { why }),
      sha256: requirementHash(requirement),
    };
  }),
  evidence: {
    result: resultSha256,
    exchanges: result.exchanges.map(({ id, method, url, response, unreachable }) => ({
      id,
      method,
      url: url.toWellFormed(),
      ...(response === undefined ? {} : { status: response.status, sha256: response.sha256 }),
      ...(unreachable === undefined ? {} : { unreachable: unreachable.reason }),
    })),
  },
});
