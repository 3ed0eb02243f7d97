import type { QueryWord } from '../language/language.ts';
import { none, type SearchView } from '../project/search-index/search-view.ts';
import type { PinnedCarried } from './text-measure.ts';
import { findText, pinText, textValue } from './text-search.ts';

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
  /** By which of the choices, and how its words were weighed. */
  readonly pin: Omit<PinnedCarried, 'instead'>;
}

/** How places are found by what they carry. */
interface CarriedOptions {
  /** What a page before has found them by. */
  readonly pinned: PinnedCarried | undefined;
  /** Whether words may be left out: not where something has them all, like a title. */
  readonly mayLeaveOut: boolean;
}

/**
 * Finds places by what they carry: by the first of these words that any is found by.
 * @param scoreOf the score of a place before rounding; -1 for one that is left out
 */
export const findCarriedPlaces = (
  view: SearchView,
  choices: readonly (readonly QueryWord[])[],
  scoreOf: (subject: number, text: number) => number,
  { pinned, mayLeaveOut }: CarriedOptions,
): CarriedPlaces | undefined => {
  for (const [choice, words] of choices.entries()) {
    if (pinned !== undefined && choice !== pinned.choice) continue;
    const found = findText(view, words, 'assortment', () => true, {
      pinned: pinned?.text,
      ...(mayLeaveOut ? {} : { choices: () => [] }),
    });
    if (found === undefined) continue;
    const { count, subjects, scores } = found.matches;
    const places: CarryingPlace[] = [];
    for (let index = 0; index < count; index++) {
      const place = subjects[index] ?? none;
      const text = textValue(scores[index] ?? 0, found);
      const sum = text === 0 ? -1 : scoreOf(place, text);
      if (sum >= 0) places.push({ place, text, sum });
    }
    if (places.length > 0) return { places, words: found.words, pin: { choice, text: pinText(words, found) } };
  }
  return undefined;
};
