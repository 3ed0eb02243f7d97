import type { Outcome } from '../../ingest/outcome.ts';
import type { ImportReport } from '../../model/import-report.ts';
import type { Issue } from '../../model/issue.ts';
import { importLimits } from '../limits.ts';

/** Counts what a run does, and keeps its issues. */
export interface RunCounter {
  row(): void;
  refused(issues: readonly Issue[]): void;
  warned(issues: readonly Issue[]): void;
  outcome(outcome: Outcome): void;
  readonly rows: number;
  /** Whether there were rows, and not one of them was taken. */
  readonly allRefused: boolean;
  /** Whether an issue said that the file ends before its end: what it does not have may still be there. */
  readonly brokeOff: boolean;
  report(
    rest: Pick<
      ImportReport,
      'source' | 'file' | 'format' | 'dryRun' | 'observedAt' | 'removed' | 'outcome' | 'elapsedMs'
    > &
      Partial<Pick<ImportReport, 'wouldRemove' | 'message'>>,
  ): ImportReport;
}

/** Issue codes that say the file broke off. */
const brokenOff: ReadonlySet<string> = new Set(['row-cut-off', 'xml-broken', 'xml-truncated']);

export const createRunCounter = (): RunCounter => {
  const counts = { rows: 0, added: 0, changed: 0, unchanged: 0, refused: 0, warnings: 0, issuesDropped: 0 };
  const issues: Issue[] = [];
  let brokeOff = false;
  const keep = (issue: Issue): void => {
    if (brokenOff.has(issue.code)) brokeOff = true;
    if (issue.level === 'warning') counts.warnings += 1;
    if (issues.length < importLimits.issuesKeptMax) issues.push(issue);
    else counts.issuesDropped += 1;
  };
  return {
    row() {
      counts.rows += 1;
    },
    refused(found) {
      counts.refused += 1;
      for (const issue of found) keep(issue);
    },
    warned(found) {
      for (const issue of found) keep(issue);
    },
    outcome(outcome) {
      if (outcome === 'added' || outcome === 'changed' || outcome === 'unchanged') counts[outcome] += 1;
    },
    get rows() {
      return counts.rows;
    },
    get allRefused() {
      return counts.rows > 0 && counts.refused === counts.rows;
    },
    get brokeOff() {
      return brokeOff;
    },
    report: (rest) => ({ ...counts, ...rest, issues: issues.toSorted((left, right) => left.line - right.line) }),
  };
};
