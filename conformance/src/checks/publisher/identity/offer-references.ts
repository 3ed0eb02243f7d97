import type { Kind } from '@openstraat/spec';
import { shown } from '../../../json/json-value.ts';
import type { Check } from '../../check.ts';
import { defineThingCheck } from '../../things/define-thing-check.ts';
import { keyOf } from '../../things/live-thing.ts';

const references: readonly (readonly [name: string, kind: Kind])[] = [
  ['itemOffered', 'Product'],
  ['availableAtOrFrom', 'Place'],
];

/** ID-014: Offers refer to own things. */
export const offerReferences: Check = defineThingCheck({
  name: 'offer-references',
  requirement: 'ID-014',
  title: 'Offers refer to own things',
  fault: "An Offer's product or place is not a Product or Place of its own origin.",
  consumerLoses: 'Readers cannot tell what is offered where without asking another node.',
  whatToDo: 'Let itemOffered and availableAtOrFrom name a Product and a Place that you publish yourself.',
  things: 'offers',
  concerns: ({ kind }) => kind === 'Offer',
  inspect: ({ id, data }, facts) =>
    references
      // Others are for VOC-001 and VOC-003.
      .filter(([name]) => typeof data[name] === 'string')
      .filter(([name, kind]) => keyOf(data[name], kind, facts) === undefined)
      .map(([name, kind]) => ({
        pointer: `/data/${name}`,
        message: `${name} of ${id} is ${shown(data[name])}: no ${kind} of ${facts.origin}`,
      })),
});
