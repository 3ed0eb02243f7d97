import type { Spoiler } from '../../spoiler.ts';

/** Pages behind the first have another epoch. */
export const epochPerPage: Spoiler = {
  name: 'epoch-per-page',
  fails: ['one-epoch'],
  page: (page, { url }) => (url.searchParams.has('from') ? { ...page, epoch: 'another' } : page),
};
