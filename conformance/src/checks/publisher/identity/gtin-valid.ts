import type { Check } from '../../check.ts';
import { defineThingCheck } from '../../things/define-thing-check.ts';

/** ID-008: GTINs stand in normal form. */
export const gtinValid: Check = defineThingCheck({
  name: 'gtin-valid',
  requirement: 'ID-008',
  title: 'GTINs stand in normal form',
  fault: 'A gtin is not 14 digits with a valid check digit.',
  consumerLoses: 'A scanned barcode does not find the product.',
  whatToDo: 'Put zeros before shorter codes up to 14 digits, and leave out codes whose check digit is wrong.',
  things: 'things with a gtin',
  concerns: ({ data }) => data['gtin'] !== undefined,
});
