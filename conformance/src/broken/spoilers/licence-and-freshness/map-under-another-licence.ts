import type { Spoiler } from '../../spoiler.ts';
import { changeThing } from '../change-things.ts';

/** Places from OpenStreetMap stand under another licence. */
export const mapUnderAnotherLicence: Spoiler = {
  name: 'map-under-another-licence',
  fails: ['map-licence'],
  things: changeThing('/sources/places', (data) => ({
    ...data,
    license: 'https://creativecommons.org/licenses/by/4.0/',
  })),
};
