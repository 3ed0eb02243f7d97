import type { Check } from '../../check.ts';
import { defineThingCheck } from '../../things/define-thing-check.ts';

/** VOC-016: A point says how exact it is. */
export const pointAccuracy: Check = defineThingCheck({
  name: 'point-accuracy',
  requirement: 'VOC-016',
  title: 'A point says how exact it is',
  fault: 'geo lacks latitude, longitude or accuracy, or has them out of range.',
  consumerLoses: 'Shoppers walk to the middle of a town where the shop is not.',
  whatToDo: 'State latitude and longitude in degrees, and accuracy: exact, postcode or town.',
  things: 'things with a point',
  concerns: ({ data }) => data['geo'] !== undefined,
});
