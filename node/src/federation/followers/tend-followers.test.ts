import { expect, it } from 'vitest';
import { judgeFollower } from './tend-followers.ts';

const dayMs = 86_400_000;
const nowMs = Date.parse('2026-11-22T00:00:00Z');
const since = (daysAgo: number): string => new Date(nowMs - daysAgo * dayMs).toISOString();

it.each([
  ['delivered', undefined, 'same'],
  ['delivered', since(3), { failingSince: undefined }],
  ['failed', undefined, { failingSince: since(0) }],
  ['failed', since(29.99), 'same'],
  ['failed', since(30), 'drop'],
  ['gone', undefined, 'drop'],
] as const)('a delivery that %s, when it fails since %s, means %j', (outcome, failingSince, verdict) => {
  expect(judgeFollower({ failingSince }, outcome, nowMs, 30 * dayMs)).toEqual(verdict);
});
