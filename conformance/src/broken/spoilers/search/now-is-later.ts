import type { Spoiler } from '../../spoiler.ts';

/** Now is an hour later. */
export const nowIsLater: Spoiler = {
  name: 'now-is-later',
  class: 'searchable',
  fails: ['open-then'],
  found: (answer, url) =>
    url.searchParams.get('open') === 'now'
      ? { ...answer, at: new Date(Date.parse(String(answer['at'])) + 3_600_000).toISOString() }
      : answer,
};
