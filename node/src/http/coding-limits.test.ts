import { expect, it } from 'vitest';
import { chooseCoding } from './content-coding.ts';
import { httpLimits } from './limits.ts';

const behind = (others: number): string => chooseCoding(`${'br,'.repeat(others)}gzip`);

it('looks at as many content codings as its limit, and no further', () => {
  expect(behind(httpLimits.acceptRangesMax - 1)).toBe('gzip');
  expect(behind(httpLimits.acceptRangesMax)).toBe('identity');
});
