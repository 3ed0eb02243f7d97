import type { Check } from '../../check.ts';
import { defineThingCheck } from '../../things/define-thing-check.ts';

/** VOC-002: Types are listed. */
export const listedTypes: Check = defineThingCheck({
  name: 'listed-types',
  requirement: 'VOC-002',
  title: 'Types are listed',
  fault: 'A type is neither the name of the kind nor that and one further type that the tables list.',
  consumerLoses: 'Readers of RDF get a class that does not exist.',
  whatToDo: 'Write the name of the kind, or an array of it and one type that the tables list for it.',
  things: 'live things',
});
