import type { Spoiler } from '../../spoiler.ts';
import { problem } from '../../tiny-publisher/answer.ts';

/** OPTIONS is refused. */
export const optionsRefused: Spoiler = {
  name: 'options-refused',
  class: 'searchable',
  fails: ['methods-and-scripts'],
  answer: (answer, { method }) => (method === 'OPTIONS' ? problem(405, 'Only GET and HEAD.') : answer),
};
