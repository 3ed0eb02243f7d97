import type { Check } from '../../check.ts';
import { defineThingCheck } from '../../things/define-thing-check.ts';

/** VOC-004: Other names say nothing to JSON-LD. */
export const otherNames: Check = defineThingCheck({
  name: 'other-names',
  requirement: 'VOC-004',
  title: 'Other names say nothing to JSON-LD',
  fault: 'A property that the tables do not list has a name that JSON-LD gives a meaning.',
  consumerLoses: 'Readers of RDF get statements that readers of JSON do not see, or that nobody meant.',
  whatToDo: 'Give properties of your own names that the context does not define, without : or @.',
  things: 'live things',
});
