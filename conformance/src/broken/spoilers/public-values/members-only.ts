import type { Spoiler } from '../../spoiler.ts';

/** Services are for members: their ids ask for an account. */
export const membersOnly: Spoiler = {
  name: 'members-only',
  fails: ['id-answers', 'no-account'],
  answer: (answer, { url }) => (url.pathname.startsWith('/services/') ? { ...answer, status: 401 } : answer),
};
