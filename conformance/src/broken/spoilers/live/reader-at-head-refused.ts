import type { Spoiler } from '../../spoiler.ts';
import { problem } from '../../tiny-publisher/answer.ts';

/** A reader that is up to date has to begin again. */
export const readerAtHeadRefused: Spoiler = {
  name: 'reader-at-head-refused',
  class: 'publisher-live',
  fails: ['when-to-begin-again'],
  // The cursor of a reader that was at the head ends so.
  answer: (answer, { url, late }) =>
    late && url.searchParams.get('cursor')?.endsWith('-0') === true ? problem(410, 'Begin again.') : answer,
};
