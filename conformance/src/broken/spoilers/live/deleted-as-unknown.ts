import type { Spoiler } from '../../spoiler.ts';
import { problem } from '../../tiny-publisher/answer.ts';

/** What was deleted looks as if it had never been. */
export const deletedAsUnknown: Spoiler = {
  name: 'deleted-as-unknown',
  class: 'publisher-live',
  fails: ['unknown-and-deleted'],
  answer: (answer, { url }) =>
    answer.status === 410 && url.pathname !== '/feed' ? problem(404, 'There is nothing here.') : answer,
};
