import { shown } from '../../../json/json-value.ts';
import type { Check } from '../../check.ts';
import { defineThingCheck } from '../../things/define-thing-check.ts';
import { keyOf } from '../../things/live-thing.ts';

/** ID-007: An offer is keyed by product and place. */
export const offerKey: Check = defineThingCheck({
  name: 'offer-key',
  requirement: 'ID-007',
  title: 'An offer is keyed by product and place',
  fault: "The key of an Offer is not its product's key, a point, and its place's key.",
  consumerLoses: 'Two offers of one product at one place can stand beside each other.',
  whatToDo: 'Make the key of an Offer from those of its product and place.',
  things: 'offers of a product at a place',
  concerns: ({ kind }) => kind === 'Offer',
  inspect({ id, data }, facts) {
    const key = keyOf(id, 'Offer', facts);
    const product = keyOf(data['itemOffered'], 'Product', facts);
    const place = keyOf(data['availableAtOrFrom'], 'Place', facts);
    // References that are none are for ID-014.
    if (key === undefined || product === undefined || place === undefined) return [];
    const right = `${product}.${place}`;
    return key === right ? [] : [{ pointer: '/id', message: `the key is ${shown(key)} instead of ${shown(right)}` }];
  },
});
