import type { Spoiler } from '../../spoiler.ts';

/** A barcode has two results. */
export const barcodeTwice: Spoiler = {
  name: 'barcode-twice',
  class: 'searchable',
  fails: ['one-barcode-one-result'],
  found(answer, url) {
    const results = answer['results'];
    return url.searchParams.has('gtin') && Array.isArray(results)
      ? { ...answer, results: [...(results as readonly unknown[]), ...(results as readonly unknown[])] }
      : answer;
  },
};
