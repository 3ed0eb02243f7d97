import type { Spoiler } from '../../spoiler.ts';

/** The first two entries of a page are in the wrong order. */
export const entriesInDisorder: Spoiler = {
  name: 'entries-in-disorder',
  fails: ['positions-grow'],
  page(page) {
    const [first, second, ...others] = page['items'] as readonly unknown[];
    return others.length === 0 ? page : { ...page, items: [second, first, ...others] };
  },
};
