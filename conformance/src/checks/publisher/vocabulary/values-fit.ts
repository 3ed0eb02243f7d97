import type { Check } from '../../check.ts';
import { defineThingCheck } from '../../things/define-thing-check.ts';

/** VOC-003: Values are as the tables say; its cases VOC-008 to VOC-016 have checks of their own. */
export const valuesFit: Check = defineThingCheck({
  name: 'values-fit',
  requirement: 'VOC-003',
  title: 'Values are as the tables say',
  fault: 'A value has not the form, range or length that the tables state.',
  consumerLoses: 'Readers refuse the thing, or understand it wrongly.',
  whatToDo: 'Check things against the JSON Schema in spec/generated before you publish them.',
  things: 'live things',
});
