export { type ConformanceOptions, runConformance, UrlInvalidError } from './run-conformance.ts';
export {
  type ConsumerConformanceOptions,
  runConsumerConformance,
  type TestedReader,
} from './run-consumer-conformance.ts';
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
export { type ReportFormat, reportFormats } from './reports/index.ts';
