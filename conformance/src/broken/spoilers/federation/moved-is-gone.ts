import type { Spoiler } from '../../spoiler.ts';
import { problem } from '../../tiny-publisher/answer.ts';

/** What has moved is gone. */
export const movedIsGone: Spoiler = {
  name: 'moved-is-gone',
  class: 'federated',
  fails: ['moved-things-lead-on'],
  answer: (answer) => (answer.status === 308 ? problem(410, 'It is gone.') : answer),
};
