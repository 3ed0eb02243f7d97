import type { ConformanceVerdict } from '../result/result.ts';

/** What the process ends with. */
export const exitCode = {
  conforms: 0,
  doesNotConform: 1,
  /** Also when the command has to be written differently. */
  notTested: 2,
} as const;

/** The exit code of a verdict. */
export const exitCodeOf = (verdict: ConformanceVerdict): number => {
  if (verdict === 'conforms') return exitCode.conforms;
  return verdict === 'does-not-conform' ? exitCode.doesNotConform : exitCode.notTested;
};
