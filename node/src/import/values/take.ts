import type { Issue } from '../../model/issue.ts';
import { issueReporter } from '../../model/issue.ts';
import { type ValueIssueCode, valueIssues } from '../issue-codes/values.ts';

/** What a text of the file turns out to say: a value, a problem, or both where the value is taken all the same. */
export interface Reading<T> {
  readonly value?: T | undefined;
  readonly problem?: ValueIssueCode | undefined;
}

const reportValue = issueReporter(valueIssues);

/** Takes the value out of a reading, and puts its problem among the row's issues. */
export const take = <T>(
  reading: Reading<T>,
  issues: Issue[],
  line: number,
  field: string,
  raw: string,
): T | undefined => {
  if (reading.problem !== undefined) issues.push(reportValue(reading.problem, { line, field, value: raw }));
  return reading.value;
};
