import type { Spoiler } from '../../spoiler.ts';
import { changeThing } from '../change-things.ts';

/** A point does not say how exact it is. */
export const pointWithoutAccuracy: Spoiler = {
  name: 'point-without-accuracy',
  fails: ['point-accuracy'],
  things: changeThing('/places/station', (data) => ({
    ...data,
    geo: { type: 'GeoCoordinates', latitude: 52.09, longitude: 5.12 },
  })),
};
