import type { Spoiler } from '../../spoiler.ts';

/** The address in next answers 404. */
export const nextIsGone: Spoiler = {
  name: 'next-is-gone',
  fails: ['next-leads-on'],
  answer: (answer, { url }) => (url.searchParams.has('cursor') ? { ...answer, status: 404 } : answer),
};
