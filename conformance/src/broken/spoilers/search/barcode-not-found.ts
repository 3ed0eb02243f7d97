import type { Spoiler } from '../../spoiler.ts';

/** A barcode finds nothing. */
export const barcodeNotFound: Spoiler = {
  name: 'barcode-not-found',
  class: 'searchable',
  fails: ['barcode-goes-straight'],
  found: (answer, url) => (url.searchParams.has('gtin') ? { ...answer, results: [] } : answer),
};
