import type { Spoiler } from '../../spoiler.ts';
import { changeThing } from '../change-things.ts';

/** An event is at a place of another publisher. */
export const eventElsewhere: Spoiler = {
  name: 'event-elsewhere',
  fails: ['own-references'],
  things: changeThing('/events/de-ketting.fietskeuring', (data) => ({
    ...data,
    location: 'https://elsewhere.example/places/de-ketting',
  })),
};
