import { expect, it } from 'vitest';
import type { Issue } from '../../model/issue.ts';
import { importLimits } from '../limits.ts';
import { createRunCounter } from './counter.ts';

const issue: Issue = { code: 'x', level: 'error', line: 1, field: '', value: '', message: '' };
const rest = {
  source: 's',
  file: 'f',
  format: 'ndjson',
  dryRun: false,
  observedAt: '2026-11-20T10:00:00Z',
  removed: 0,
  outcome: 'complete',
  elapsedMs: 0,
} as const;

it('keeps as many issues as its limit, and counts those past it', () => {
  const counter = createRunCounter();
  for (let row = 0; row < importLimits.issuesKeptMax; row++) counter.refused([issue]);
  expect(counter.report(rest)).toMatchObject({ refused: importLimits.issuesKeptMax, issuesDropped: 0 });
  counter.refused([issue]);
  const report = counter.report(rest);
  expect(report.issues.length).toBe(importLimits.issuesKeptMax);
  expect(report).toMatchObject({ refused: importLimits.issuesKeptMax + 1, issuesDropped: 1 });
});
