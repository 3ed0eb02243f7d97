import type { Spoiler } from '../../spoiler.ts';

/** Of two barcodes that contradict each other it takes one. */
export const twoBarcodesTaken: Spoiler = {
  name: 'two-barcodes-taken',
  class: 'searchable',
  fails: ['contradictions-refused'],
  question(url) {
    if (url.searchParams.has('gtin')) url.searchParams.delete('q');
    return url;
  },
};
