import { isGtin, isRestrictedGtin } from '@openstraat/spec';
import type { Check } from '../../check.ts';
import { defineThingCheck } from '../../things/define-thing-check.ts';

/** ID-009: Restricted circulation is no GTIN. */
export const gtinUnrestricted: Check = defineThingCheck({
  name: 'gtin-unrestricted',
  requirement: 'ID-009',
  title: 'Restricted circulation is no GTIN',
  fault: 'A code that each shop gives out for itself stands in gtin.',
  consumerLoses: 'Unlike products of different shops are taken for the same.',
  whatToDo: 'Put codes with the prefixes 02, 04 and 20 to 29, and eight-digit codes that start with 0 or 2, into sku.',
  things: 'things with a gtin',
  concerns: ({ data: { gtin } }) => typeof gtin === 'string' && isGtin(gtin),
  inspect: ({ data: { gtin } }) =>
    typeof gtin === 'string' && isGtin(gtin) && isRestrictedGtin(gtin)
      ? [{ pointer: '/data/gtin', message: `${gtin} is a code of restricted circulation` }]
      : [],
});
