import type { Spoiler } from '../../spoiler.ts';
import { changeThing } from '../change-things.ts';

/** An event ends the day before it starts. */
export const endsBeforeStart: Spoiler = {
  name: 'ends-before-start',
  fails: ['ends-after-starts'],
  things: changeThing('/events/de-ketting.fietskeuring', (data) => ({ ...data, endDate: '2026-04-17T16:00:00+02:00' })),
};
