import { expect, it } from 'vitest';
import { consumerLimits } from '../../consumer/limits.ts';
import type { Story, StoryExchange } from '../../consumer/story.ts';
import { doesNotHurry } from './does-not-hurry.ts';

const origin = 'https://waterveen.example';

const exchange = (atMs: number, path: string, id: number): StoryExchange => ({
  id,
  visit: 1,
  method: 'GET',
  url: origin + path,
  requestHeaders: {},
  atMs,
  status: 200,
  headers: {},
  bytes: 0,
  sha256: () => '',
  endedAtMs: atMs,
  excerpt: '',
});
const outcomeOf = (...asked: readonly (readonly [atMs: number, path: string])[]): string => {
  const story: Story = {
    start: `${origin}/feed`,
    origin,
    elsewhere: 'https://elders.example',
    given: new Set(),
    limits: consumerLimits,
    exchanges: asked.map(([atMs, path], id) => exchange(atMs, path, id)),
    visits: [],
  };
  return doesNotHurry.judge(story).outcome;
};

it.each([
  [[[0, '/feed']], 'inapplicable'],
  // Who begins anew may do so at any time.
  [
    [
      [0, '/feed'],
      [1, '/feed'],
    ],
    'inapplicable',
  ],
  [
    [
      [0, '/feed'],
      [1, '/feed?after=1'],
      [2_001, '/feed?after=1'],
    ],
    'passed',
  ],
  [
    [
      [0, '/feed'],
      [1, '/feed?after=1'],
      [1_900, '/feed?after=1'],
    ],
    'failed',
  ],
] as const)('of case %#', (asked, outcome) => {
  expect(outcomeOf(...asked)).toBe(outcome);
});
