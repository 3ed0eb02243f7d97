import type { Spoiler } from '../../spoiler.ts';

/** WebFinger says that nobody is unknown. */
export const everybodyIsHere: Spoiler = {
  name: 'everybody-is-here',
  class: 'federated',
  fails: ['who-is-not-here'],
  answer: (answer, { url }) =>
    url.pathname === '/.well-known/webfinger' && answer.status === 404
      ? { status: 200, type: 'application/jrd+json', body: '{}' }
      : answer,
};
