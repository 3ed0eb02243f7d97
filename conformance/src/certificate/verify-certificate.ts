import { isDeepStrictEqual } from 'node:util';
import { verifyDocument } from '@openstraat/spec';
import { type Certificate, certificateSchema, certifiedFactsSchema } from './certificate.ts';
import { certifiedFacts } from './certified-facts.ts';
import type { Evidence } from './evidence.ts';
import { verificationMethodOf } from './issue-certificate.ts';
import type { TrustedIssuer } from './key-file.ts';
import { certificateLimits } from './limits.ts';

/** Why a certificate is refused. The codes are stable, the words are not. */
export interface CertificateFault {
  readonly code:
    | 'malformed'
    | 'unknown-issuer'
    | 'signature'
    | 'expired'
    | 'not-yet-valid'
    | 'contradiction'
    | 'evidence-missing'
    | 'evidence-changed';
  readonly words: string;
}

/** What a look at a certificate comes to. */
export type Verification =
  /** Signed by somebody whom the user trusts, in its time; `issuer` is called as the user calls it, where they do. */
  | { readonly ok: true; readonly certificate: Certificate; readonly issuer: string }
  | { readonly ok: false; readonly faults: readonly CertificateFault[] };

const signatureFaults = (
  document: object,
  { issuer, issuedAt, proof }: Certificate,
  trusted: TrustedIssuer | undefined,
): readonly CertificateFault[] => {
  if (trusted === undefined)
    return [
      {
        code: 'unknown-issuer',
        words: `it says that it is by "${issuer.name}" with the key ${issuer.publicKeyMultibase}, whom you did not say you trust`,
      },
    ];
  // The trusted key decides, never one that the certificate brings along.
  const fits =
    verifyDocument(document, trusted.publicKeyMultibase) &&
    proof.verificationMethod === verificationMethodOf(trusted.publicKeyMultibase) &&
    proof.created === issuedAt;
  return fits ? [] : [{ code: 'signature', words: 'it is not what its issuer signed' }];
};

const timeFaults = ({ endedAt, issuedAt, expiresAt }: Certificate, nowMs: number): readonly CertificateFault[] => {
  const { clockSkewMs } = certificateLimits;
  const [endedMs, issuedMs, expiresMs] = [endedAt, issuedAt, expiresAt].map((time) => Date.parse(time));
  return [
    ...((issuedMs ?? 0) > nowMs + clockSkewMs
      ? [{ code: 'not-yet-valid' as const, words: `it was issued at ${issuedAt}, which is still to come` }]
      : []),
    ...(nowMs >= (expiresMs ?? 0) ? [{ code: 'expired' as const, words: `it was valid until ${expiresAt}` }] : []),
    ...((endedMs ?? 0) > (issuedMs ?? 0) + clockSkewMs
      ? [{ code: 'contradiction' as const, words: 'it was issued before the run had ended' }]
      : []),
  ];
};

const contradictions = ({ verdict, classes, requirements }: Certificate): readonly CertificateFault[] => [
  ...classes
    .filter((one) => one.verdict === 'conforms')
    .flatMap(({ class: name }): readonly CertificateFault[] =>
      requirements.some((one) => one.class === name && one.level === 'MUST' && one.outcome === 'failed')
        ? [{ code: 'contradiction', words: `${name} is said to conform, and a requirement of it failed` }]
        : [],
    ),
  ...(verdict === 'conforms' && !(classes.length > 0 && classes.every((one) => one.verdict === 'conforms'))
    ? [{ code: 'contradiction' as const, words: 'it is said to conform, and one of its classes is not' }]
    : []),
];

const evidenceFaults = (certificate: Certificate, evidence: Evidence): readonly CertificateFault[] => {
  const { result, resultSha256, bodySha256 } = evidence;
  if (resultSha256 !== certificate.evidence.result)
    return [{ code: 'evidence-changed', words: 'the result is not the one that was certified' }];
  const faults: CertificateFault[] = [];
  if (!isDeepStrictEqual(certifiedFacts(result, resultSha256), certifiedFactsSchema.parse(certificate)))
    faults.push({ code: 'contradiction', words: 'it says something else than the result that it names' });
  for (const sha256 of new Set(certificate.evidence.exchanges.flatMap((exchange) => exchange.sha256 ?? []))) {
    const found = bodySha256(sha256);
    if (found === undefined) faults.push({ code: 'evidence-missing', words: `the body ${sha256} is not there` });
    else if (found !== sha256) faults.push({ code: 'evidence-changed', words: `the body ${sha256} was changed` });
  }
  return faults;
};

/**
 * Checks a certificate, offline.
 * @param document as it was parsed from JSON, whatever it is
 * @param options `issuers` are all whom the user trusts; `nowMs` in milliseconds since 1970
 */
export const verifyCertificate = (
  document: unknown,
  options: {
    readonly issuers: readonly TrustedIssuer[];
    readonly nowMs: number;
    readonly evidence?: Evidence | undefined;
  },
): Verification => {
  const parsed = certificateSchema.safeParse(document);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const words = `it is no certificate: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`;
    return { ok: false, faults: [{ code: 'malformed', words }] };
  }
  const certificate = parsed.data;
  const { issuers, nowMs, evidence } = options;
  const trusted = issuers.find((one) => one.publicKeyMultibase === certificate.issuer.publicKeyMultibase);
  const faults = [
    ...signatureFaults(document as object, certificate, trusted),
    ...timeFaults(certificate, nowMs),
    ...contradictions(certificate),
    ...(evidence === undefined ? [] : evidenceFaults(certificate, evidence)),
  ];
  return faults.length === 0
    ? { ok: true, certificate, issuer: trusted?.name ?? certificate.issuer.name }
    : { ok: false, faults };
};
