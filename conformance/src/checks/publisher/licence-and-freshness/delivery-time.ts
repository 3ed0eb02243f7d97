import { shown } from '../../../json/json-value.ts';
import type { Check } from '../../check.ts';
import { defineThingCheck } from '../../things/define-thing-check.ts';
import { isLaterThanPublished } from './published-time.ts';

/** LIC-006: Full deliveries are recorded once. Of the data's own time nothing can be seen from outside, but that it is not in the future. */
export const deliveryTime: Check = defineThingCheck({
  name: 'delivery-time',
  requirement: 'LIC-006',
  title: 'Full deliveries are recorded once',
  fault: 'The lastCompleteDelivery of a Source is later than its entry.',
  consumerLoses: 'Offers look newer than they are.',
  whatToDo: 'Take the time of the data from the file or its own date, never a later one than that of reading it.',
  things: 'sources with a complete delivery',
  concerns: ({ kind, data }) => kind === 'Source' && data['lastCompleteDelivery'] !== undefined,
  inspect: ({ id, data: { lastCompleteDelivery }, entry }) =>
    isLaterThanPublished(lastCompleteDelivery, entry)
      ? [
          {
            pointer: '/data/lastCompleteDelivery',
            message: `lastCompleteDelivery of ${id} is ${shown(lastCompleteDelivery)}, and its entry is of ${shown(entry.item['published'])}`,
          },
        ]
      : [],
});
