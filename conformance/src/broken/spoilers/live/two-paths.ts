import type { Spoiler } from '../../spoiler.ts';

/** The page at the head leads on to another path. */
export const twoPaths: Spoiler = {
  name: 'two-paths',
  class: 'publisher-live',
  fails: ['one-path'],
  page: (page) => ({ ...page, next: String(page['next']).replace('/feed?', '/feed/?') }),
};
