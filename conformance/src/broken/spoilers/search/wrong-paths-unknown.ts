import type { Spoiler } from '../../spoiler.ts';
import { problem } from '../../tiny-publisher/answer.ts';

/** A wrong barcode looks as if nobody had it. */
export const wrongPathsUnknown: Spoiler = {
  name: 'wrong-paths-unknown',
  class: 'searchable',
  fails: ['paths-that-are-none'],
  answer: (answer, { url }) =>
    url.pathname.startsWith('/01/') && answer.status === 400 ? problem(404, 'There is nothing here.') : answer,
};
