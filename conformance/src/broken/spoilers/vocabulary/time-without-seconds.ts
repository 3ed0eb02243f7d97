import type { Spoiler } from '../../spoiler.ts';
import { changeThing } from '../change-things.ts';

/** A start has no seconds. */
export const timeWithoutSeconds: Spoiler = {
  name: 'time-without-seconds',
  fails: ['time-form'],
  things: changeThing('/events/de-ketting.fietskeuring', (data) => ({ ...data, startDate: '2026-04-18T10:00+02:00' })),
};
