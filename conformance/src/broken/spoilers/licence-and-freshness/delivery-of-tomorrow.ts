import type { Spoiler } from '../../spoiler.ts';
import { changeThing } from '../change-things.ts';

/** A complete delivery is of next week. */
export const deliveryOfTomorrow: Spoiler = {
  name: 'delivery-of-tomorrow',
  fails: ['delivery-time'],
  things: changeThing('/sources/rijwielhal-feed', (data) => ({
    ...data,
    lastCompleteDelivery: '2026-03-20T05:00:00Z',
  })),
};
