import { encodeKey, slug } from '@openstraat/spec';
import { shown } from '../../../json/json-value.ts';
import type { Check } from '../../check.ts';
import { defineThingCheck } from '../../things/define-thing-check.ts';
import { keyOf } from '../../things/live-thing.ts';

/** ID-006: A product without GTIN is keyed by catalogue and code. */
export const skuProductKey: Check = defineThingCheck({
  name: 'sku-product-key',
  requirement: 'ID-006',
  title: 'A product without GTIN is keyed by catalogue and code',
  fault: 'The key of a Product without gtin is not the slug of a catalogue, a point, and the key form of its sku.',
  consumerLoses: 'The same file imported elsewhere gives other addresses.',
  whatToDo: 'Write the key as <catalogue>.<key form of the sku>, as identity.md says.',
  things: 'products without a GTIN',
  concerns: ({ kind, data }) => kind === 'Product' && data['gtin'] === undefined && typeof data['sku'] === 'string',
  inspect({ id, data: { sku } }, facts) {
    const key = keyOf(id, 'Product', facts);
    if (key === undefined || typeof sku !== 'string' || !sku.isWellFormed()) return [];
    const end = `.${encodeKey(sku)}`;
    const catalogue = key.endsWith(end) ? key.slice(0, -end.length) : undefined;
    return catalogue !== undefined && catalogue !== '' && slug(catalogue) === catalogue
      ? []
      : [{ pointer: '/id', message: `the key is ${shown(key)} instead of a slug and ${shown(end)}` }];
  },
});
