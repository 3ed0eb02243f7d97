import { signDocument } from '@openstraat/spec';
import type { ConformanceResult } from '../result/result.ts';
import type { Certificate } from './certificate.ts';
import { certifiedFacts } from './certified-facts.ts';
import type { IssuerKey } from './key-file.ts';
import { certificateLimits } from './limits.ts';

const dayMs = 24 * 60 * 60_000;

/** The key as an address of its own: whoever has the certificate needs nothing else to check the signature. */
export const verificationMethodOf = (publicKeyMultibase: string): string =>
  `did:key:${publicKeyMultibase}#${publicKeyMultibase}`;

/**
 * Signs what a run came to, whatever that is (eddsa-jcs-2022).
 * @param options `nowMs` in milliseconds since 1970
 * @throws {RangeError} when it would be valid for no time, or for too long
 */
export const issueCertificate = (
  result: ConformanceResult,
  options: { readonly key: IssuerKey; readonly nowMs: number; readonly validDays?: number | undefined },
): Certificate => {
  const { key, nowMs, validDays = certificateLimits.validDaysUsual } = options;
  if (!Number.isInteger(validDays) || validDays < 1 || validDays > certificateLimits.validDaysMax)
    throw new RangeError(`a certificate is valid for 1 to ${certificateLimits.validDaysMax} days, not ${validDays}`);
  const issuedAt = new Date(nowMs).toISOString();
  return signDocument(
    {
      type: 'ConformanceCertificate' as const,
      version: 1 as const,
      ...certifiedFacts(result),
      issuer: { name: key.name.toWellFormed(), publicKeyMultibase: key.publicKeyMultibase },
      issuedAt,
      expiresAt: new Date(nowMs + validDays * dayMs).toISOString(),
    },
    {
      secretKeyMultibase: key.secretKeyMultibase,
      verificationMethod: verificationMethodOf(key.publicKeyMultibase),
      created: issuedAt,
    },
  );
};
