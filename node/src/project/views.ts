import { createPlaceIndex, type PlaceIndex } from './place-index.ts';

/** What projections make of the log, for those who read: each follows the log by itself. */
export interface Views {
  readonly places: PlaceIndex;
}

/** Makes views that hold nothing yet. */
export const createViews = (): Views => ({ places: createPlaceIndex() });
