import type { Spoiler } from '../../spoiler.ts';

/** A cursor that nobody wrote gets a page. */
export const nonsenseTaken: Spoiler = {
  name: 'nonsense-taken',
  class: 'publisher-live',
  fails: ['cursors-without-sense'],
  answer: (answer, { url }) =>
    answer.status === 400 && url.pathname === '/feed'
      ? { status: 200, type: 'application/json', body: '{"items":[]}' }
      : answer,
};
