import type { Spoiler } from '../../spoiler.ts';

/** A cursor of another epoch is taken for one of this. */
export const foreignEpochTaken: Spoiler = {
  name: 'foreign-epoch-taken',
  class: 'publisher-live',
  fails: ['when-to-begin-again'],
  answer: (answer, { url }) =>
    answer.status === 410 && url.pathname === '/feed'
      ? { status: 200, type: 'application/json', body: '{"items":[]}' }
      : answer,
};
