import type { ReportFormat } from './report-format.ts';

/** The result itself. */
export const jsonReport: ReportFormat = {
  name: 'json',
  title: 'the result as JSON, with a versioned schema',
  write: (result) => `${JSON.stringify(result, undefined, 2)}\n`,
};
