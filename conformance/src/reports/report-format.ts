import type { ConformanceResult } from '../result/result.ts';

/** A way to write a result down. */
export interface ReportFormat {
  /** As `--format` takes it. */
  readonly name: string;
  /** What it is, for the help. */
  readonly title: string;
  readonly write: (result: ConformanceResult, options: { readonly colours: boolean }) => string | Promise<string>;
}
