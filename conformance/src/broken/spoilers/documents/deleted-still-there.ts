import type { Spoiler } from '../../spoiler.ts';

/** What is deleted answers a friendly page with status 200. */
export const deletedStillThere: Spoiler = {
  name: 'deleted-still-there',
  fails: ['deleted-are-gone'],
  answer: (answer) => (answer.status === 410 ? { status: 200, type: 'text/html', body: 'Sold out!' } : answer),
};
