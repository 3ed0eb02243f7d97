import type { Spoiler } from '../../spoiler.ts';
import { problem } from '../../tiny-publisher/answer.ts';

/** A slash at the end makes a barcode unknown. */
export const slashRefused: Spoiler = {
  name: 'slash-refused',
  class: 'searchable',
  fails: ['slash-at-the-end'],
  answer: (answer, { url }) => (/^\/01\/\d+\/$/.test(url.pathname) ? problem(404, 'There is nothing here.') : answer),
};
