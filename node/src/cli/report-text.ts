import type { ImportReport } from '../control/commands.ts';
import type { Issue } from '../model/issue.ts';
import { cliLimits } from './limits.ts';
import { showable, showCount, showDuration } from './terminal.ts';

const plural = (count: number, word: string): string => `${showCount(count)} ${word}${count === 1 ? '' : 's'}`;

const groupText = (code: string, issues: readonly Issue[]): string => {
  const [first] = issues;
  const shared = issues.every((issue) => issue.message === first?.message) ? first?.message : undefined;
  const shown = issues.slice(0, cliLimits.reportLinesPerCode).map(({ line, field, value, message }) => {
    const at = `  line ${line}: ${showable(field)} "${showable(value)}"`;
    return shared === undefined ? `${at}: ${showable(message)}` : at;
  });
  const more = issues.length - shown.length;
  return [
    `${first?.level === 'error' ? 'Refused' : 'Warning'}: ${code} (${showCount(issues.length)})`,
    ...(shared === undefined ? [] : [`  ${showable(shared)}`]),
    ...shown,
    ...(more > 0 ? [`  … and ${showCount(more)} more; --report csv lists all`] : []),
  ].join('\n');
};

/** A report as a person reads it: what was done, then what is wrong with which row, and what to do. */
export const reportText = (report: ImportReport): string => {
  const { rows, elapsedMs, added, changed, unchanged, removed, refused, warnings } = report;
  const groups = Map.groupBy(report.issues, (issue) => issue.code);
  const inOrder = [...groups].toSorted(
    ([, [first]], [, [second]]) => Number(second?.level === 'error') - Number(first?.level === 'error'),
  );
  const head = [
    `${report.source}: ${showable(report.file)} (${report.format}), observed ${report.observedAt}`,
    `  ${plural(rows, 'row')} in ${showDuration(elapsedMs)}`,
    `  added ${showCount(added)}, changed ${showCount(changed)}, unchanged ${showCount(unchanged)}, removed ${showCount(removed)}`,
    `  refused ${plural(refused, 'row')}, ${plural(warnings, 'warning')}`,
  ];
  if (report.dryRun) head.push('  Dry run: nothing was written.');
  if (report.outcome === 'stopped') head.push(`  STOPPED. ${showable(report.message ?? 'Import it again to go on.')}`);
  const { wouldRemove = 0 } = report;
  if (wouldRemove > 0) head.push(`  It would ${report.dryRun ? 'remove' : 'have removed'} ${showCount(wouldRemove)}.`);
  const groupTexts = inOrder.map(([code, issues]) => groupText(code, issues));
  if (report.issuesDropped > 0)
    groupTexts.push(`${showCount(report.issuesDropped)} issues more were counted, but not kept.`);
  return `${[head.join('\n'), ...groupTexts].join('\n\n')}\n`;
};
