import { ownReferencesIn } from '@openstraat/spec';
import { shown } from '../../../json/json-value.ts';
import type { Check } from '../../check.ts';
import { defineThingCheck } from '../../things/define-thing-check.ts';
import { keyOf } from '../../things/live-thing.ts';

/** ID-014: What a thing stands on is of its own node. */
export const ownReferences: Check = defineThingCheck({
  name: 'own-references',
  requirement: 'ID-014',
  title: 'What a thing stands on is of its own node',
  fault: 'A thing names a place, a product or the source of a statement that is not of its own origin.',
  consumerLoses: 'Readers cannot tell what is where without asking another node, and leave the thing out.',
  whatToDo: 'Name places, products and sources that you publish yourself.',
  things: 'things that name others',
  // Values that are no text are for VOC-001 and VOC-003, the source of the thing itself is for LIC-002.
  inspect: ({ kind: thing, id, data }, facts) =>
    ownReferencesIn(thing, data)
      .filter(({ path }) => path[0] !== 'source')
      .filter(({ value, kind }) => keyOf(value, kind, facts) === undefined)
      .map(({ path, value, kind }) => ({
        pointer: `/data/${path.join('/')}`,
        message: `${path.join('.')} of ${id} is ${shown(value)}: no ${kind} of ${facts.origin}`,
      })),
});
