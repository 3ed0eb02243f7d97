import type { Check } from '../../check.ts';
import { defineThingCheck } from '../../things/define-thing-check.ts';

/** VOC-014: Unknown stock is not zero. */
export const stockLevel: Check = defineThingCheck({
  name: 'stock-level',
  requirement: 'VOC-014',
  title: 'Unknown stock is not zero',
  fault: 'stock is neither a whole number from 0 nor "unlimited".',
  consumerLoses: 'Shoppers are sent for what is not there, or kept from what is.',
  whatToDo: 'State stock as a whole number or "unlimited", and leave it out where it is not known.',
  things: 'offers with a stock',
  concerns: ({ data }) => data['stock'] !== undefined,
});
