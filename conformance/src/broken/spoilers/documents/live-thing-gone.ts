import type { Spoiler } from '../../spoiler.ts';

/** The page of a live thing is not there. */
export const liveThingGone: Spoiler = {
  name: 'live-thing-gone',
  fails: ['id-answers'],
  answer: (answer, { url }) => (url.pathname.startsWith('/services/') ? { ...answer, status: 404 } : answer),
};
