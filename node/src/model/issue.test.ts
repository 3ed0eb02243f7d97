import { expect, it } from 'vitest';
import { issueReporter } from './issue.ts';

const report = issueReporter({ odd: { level: 'warning', wrong: 'It is odd', todo: 'Look at it' } });
const valueShown = (value: unknown): string => report('odd', { line: 1, field: 'f', value }).value;

it('shows a value of 200 characters whole, and cuts one that is longer', () => {
  expect(valueShown('x'.repeat(200))).toBe('x'.repeat(200));
  expect(valueShown('x'.repeat(201))).toBe(`${'x'.repeat(199)}…`);
});

it('says what is wrong, the figures of the row, and what to do', () => {
  expect(report('odd', { line: 3, field: 'f' }, '12 of 13').message).toBe('It is odd (12 of 13). Look at it.');
});
