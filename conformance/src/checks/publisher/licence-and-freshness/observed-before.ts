import { shown } from '../../../json/json-value.ts';
import type { Check } from '../../check.ts';
import { defineThingCheck } from '../../things/define-thing-check.ts';
import { isLaterThanPublished } from './published-time.ts';

/** LIC-007: Observed by the source, not by the run. What the source states can't be seen from outside. */
export const observedBefore: Check = defineThingCheck({
  name: 'observed-before',
  requirement: 'LIC-007',
  title: 'Observed by the source, not by the run',
  fault: 'The observedAt of an Offer is later than its entry.',
  consumerLoses: 'Shoppers are told that something was seen a moment ago which nobody has looked at.',
  whatToDo: 'Take observedAt from the row, or else from the file; never from the moment of import.',
  things: 'offers with observedAt',
  concerns: ({ kind, data }) => kind === 'Offer' && data['observedAt'] !== undefined,
  inspect: ({ kind, id, data: { observedAt }, entry }) =>
    kind === 'Offer' && isLaterThanPublished(observedAt, entry)
      ? [
          {
            pointer: '/data/observedAt',
            message: `observedAt of ${id} is ${shown(observedAt)}, and its entry is of ${shown(entry.item['published'])}`,
          },
        ]
      : [],
});
