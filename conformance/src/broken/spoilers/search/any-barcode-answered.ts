import type { Spoiler } from '../../spoiler.ts';

/** Barcodes that nobody has get an empty linkset. */
export const anyBarcodeAnswered: Spoiler = {
  name: 'any-barcode-answered',
  class: 'searchable',
  fails: ['barcodes-nobody-states'],
  answer: (answer, { url }) =>
    url.pathname.startsWith('/01/') && answer.status === 404 && url.search === ''
      ? { ...answer, status: 200, type: 'application/linkset+json', body: '{"linkset":[]}' }
      : answer,
};
