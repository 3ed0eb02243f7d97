import { jsonReport } from './json.ts';
import type { ReportFormat } from './report-format.ts';
import { textReport } from './text.ts';

export type { ReportFormat };

/** Every way to write a result down, listed by hand; the first is what a terminal gets. */
export const reportFormats: readonly ReportFormat[] = [textReport, jsonReport];
