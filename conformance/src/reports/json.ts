import type { ConformanceResult } from '../result/result.ts';
import type { ReportFormat } from './report-format.ts';

/** The JSON of a result, as the report has it. */
export const resultText = (result: ConformanceResult): string => `${JSON.stringify(result, undefined, 2)}\n`;

/** The result itself. */
export const jsonReport: ReportFormat = {
  name: 'json',
  title: 'the result as JSON, with a versioned schema',
  write: resultText,
};
