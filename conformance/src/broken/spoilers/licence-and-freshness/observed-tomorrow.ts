import type { Spoiler } from '../../spoiler.ts';
import { changeThing } from '../change-things.ts';

/** An offer was observed after it was published. */
export const observedTomorrow: Spoiler = {
  name: 'observed-tomorrow',
  fails: ['observed-before'],
  things: changeThing('/offers/09520000000035.de-ketting', (data) => ({
    ...data,
    observedAt: '2026-03-11T06:00:00+01:00',
  })),
};
