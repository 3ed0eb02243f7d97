import type { Format } from '../format.ts';
import { productRowReader } from './product-row.ts';
import { headAttributes, readGoogleTable } from './table.ts';

/** A product feed as TSV or CSV. */
export const googleProductTable: Format = {
  name: 'google-product-table',
  title: 'Google Merchant product feed (TSV or CSV)',
  recognises(head) {
    const attributes = headAttributes(head);
    return (
      attributes.has('title') &&
      (attributes.has('id') || attributes.has('gtin')) &&
      ['price', 'availability', 'link', 'image_link', 'brand'].filter((name) => attributes.has(name)).length >= 2
    );
  },
  read: (file, context) =>
    readGoogleTable(file, ({ names, has }) =>
      productRowReader(context, { names, hasStoreCodes: has('store_code'), observedAt: () => context.observedAt }),
    ),
};
