import type { Spoiler } from '../../spoiler.ts';
import { problem } from '../../tiny-publisher/answer.ts';

/** Nobody can begin at a position. */
export const noStartAtPosition: Spoiler = {
  name: 'no-start-at-position',
  class: 'publisher-live',
  fails: ['from-position'],
  answer: (answer, { url }) => (url.searchParams.has('from') ? problem(410, 'Begin again.') : answer),
};
