import { badgeReport } from './badge.ts';
import { earlReport } from './earl.ts';
import { htmlReport } from './html/html.ts';
import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import type { ReportFormat } from './report-format.ts';
import { textReport } from './text.ts';

export type { ReportFormat };

/** Every way to write a result down, listed by hand; the first is what a terminal gets. */
export const reportFormats: readonly ReportFormat[] = [
  textReport,
  jsonReport,
  htmlReport,
  junitReport,
  earlReport,
  badgeReport,
];
