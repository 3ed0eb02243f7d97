export { type ConformanceOptions, runConformance, UrlInvalidError } from './run-conformance.ts';
export {
  type ConsumerConformanceOptions,
  runConsumerConformance,
  type TestedReader,
} from './run-consumer-conformance.ts';
export { type Callback, callbackAt, callbackOnLoopback, type OpenCallback } from './callback/callback.ts';
export type { FetchFunction } from './fetching/transport.ts';
export type { FetchLimits } from './fetching/limits.ts';
export type { Progress } from './run/progress.ts';
export {
  type CheckResult,
  type ClassResult,
  type ConformanceResult,
  conformanceResultSchema,
  type ConformanceVerdict,
  type RequirementResult,
} from './result/result.ts';
export { folderFetch, FolderInvalidError } from './folder/folder-fetch.ts';
export { originOfFolder } from './folder/origin-of-folder.ts';
export { type Certificate, certificateSchema } from './certificate/certificate.ts';
export { EvidenceFolder, type Evidence, EvidenceInvalidError, readEvidence } from './certificate/evidence.ts';
export { issueCertificate } from './certificate/issue-certificate.ts';
export {
  type IssuerKey,
  issuerOf,
  KeyInvalidError,
  makeIssuerKey,
  parseIssuerKey,
  parseTrustedIssuer,
  type TrustedIssuer,
} from './certificate/key-file.ts';
export { type CertificateFault, type Verification, verifyCertificate } from './certificate/verify-certificate.ts';
export type { KeepBody } from './fetching/recording.ts';
export { type ReportFormat, reportFormats } from './reports/index.ts';
