import type { QueryWord } from '../language/language.ts';
import { none, type SearchView } from '../project/search-index/search-view.ts';
import { findText, textValue } from './text-search.ts';

/** A place for what it carries. */
interface CarryingPlace {
  readonly place: number;
  readonly text: number;
  /** Score before rounding. */
  readonly sum: number;
}

/** Places that carry a brand or category of the query, and the words that they were found by. */
export interface CarriedPlaces {
  readonly places: readonly CarryingPlace[];
  readonly words: readonly QueryWord[];
}

/**
 * Finds places by what they carry: by the first of these words that any is found by.
 * @param scoreOf the score of a place before rounding; -1 for one that is left out
 */
export const findCarriedPlaces = (
  view: SearchView,
  choices: readonly (readonly QueryWord[])[],
  scoreOf: (subject: number, text: number) => number,
): CarriedPlaces | undefined => {
  for (const words of choices) {
    const found = findText(view, words, 'assortment', () => true);
    if (found === undefined) continue;
    const { count, subjects, scores } = found.matches;
    const places: CarryingPlace[] = [];
    for (let index = 0; index < count; index++) {
      const place = subjects[index] ?? none;
      const text = textValue(scores[index] ?? 0, found);
      const sum = text === 0 ? -1 : scoreOf(place, text);
      if (sum >= 0) places.push({ place, text, sum });
    }
    if (places.length > 0) return { places, words: found.words };
  }
  return undefined;
};
