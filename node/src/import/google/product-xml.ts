import type { Format } from '../format.ts';
import { productRowReader } from './product-row.ts';
import { firstItemElements, readGoogleXml } from './xml.ts';

/** Attributes of which a product has at least one beside its id; a news feed has none of them. */
const productAttributes = [
  'price',
  'availability',
  'gtin',
  'mpn',
  'brand',
  'image_link',
  'condition',
  'google_product_category',
];

/** A product feed as RSS 2.0 or Atom. */
export const googleProductXml: Format = {
  name: 'google-product-xml',
  title: 'Google Merchant product feed (XML)',
  recognises(head) {
    const elements = firstItemElements(head.text);
    return (
      elements !== undefined &&
      (elements.has('id') || elements.has('gtin')) &&
      (elements.has('title') || !elements.has('store_code')) &&
      productAttributes.some((attribute) => elements.has(attribute))
    );
  },
  read: (file, context) =>
    readGoogleXml(file, context, ({ observedAt }) =>
      productRowReader(context, { names: (attribute) => attribute, hasStoreCodes: false, observedAt }),
    ),
};
