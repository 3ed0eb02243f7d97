import type { Spoiler } from '../../spoiler.ts';

/** Pages have no type. */
export const pageWithoutType: Spoiler = {
  name: 'page-without-type',
  fails: ['page-members'],
  page: ({ type: _type, ...page }) => page,
};
