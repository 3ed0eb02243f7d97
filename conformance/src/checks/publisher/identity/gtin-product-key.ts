import { shown } from '../../../json/json-value.ts';
import type { Check } from '../../check.ts';
import { defineThingCheck } from '../../things/define-thing-check.ts';
import { keyOf } from '../../things/live-thing.ts';

/** ID-005: A product with a GTIN has it as its key. */
export const gtinProductKey: Check = defineThingCheck({
  name: 'gtin-product-key',
  requirement: 'ID-005',
  title: 'A product with a GTIN has it as its key',
  fault: 'The key of a Product is not the GTIN that it states.',
  consumerLoses: 'A barcode does not lead to the product, and one product gets several addresses.',
  whatToDo: 'Give a Product with a gtin the id <origin>/products/<gtin>.',
  things: 'products with a GTIN',
  concerns: ({ kind, data }) => kind === 'Product' && typeof data['gtin'] === 'string',
  inspect({ id, data: { gtin } }, facts) {
    const key = keyOf(id, 'Product', facts);
    return key === undefined || key === gtin
      ? []
      : [{ pointer: '/id', message: `the key is ${shown(key)}, the gtin ${shown(gtin)}` }];
  },
});
