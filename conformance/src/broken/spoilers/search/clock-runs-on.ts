import type { Spoiler } from '../../spoiler.ts';

/** Each page counts from its own instant. */
export const clockRunsOn: Spoiler = {
  name: 'clock-runs-on',
  class: 'searchable',
  fails: ['one-instant'],
  found: (answer, url) =>
    url.searchParams.has('cursor')
      ? { ...answer, at: new Date(Date.parse(String(answer['at'])) + 60_000).toISOString() }
      : answer,
};
