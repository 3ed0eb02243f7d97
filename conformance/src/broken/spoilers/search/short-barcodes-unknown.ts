import type { Spoiler } from '../../spoiler.ts';
import { problem } from '../../tiny-publisher/answer.ts';

/** Barcodes as they are printed are not known. */
export const shortBarcodesUnknown: Spoiler = {
  name: 'short-barcodes-unknown',
  class: 'searchable',
  fails: ['all-lengths-mean-one'],
  answer: (answer, { url }) =>
    /^\/01\/(\d{8}|\d{12}|\d{13})$/.test(url.pathname) ? problem(404, 'There is nothing here.') : answer,
};
