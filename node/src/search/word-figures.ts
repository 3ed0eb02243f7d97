import { indexWeights, queryWeights } from '../language/weights.ts';
import { bm25, fieldWeights, lengthWeights } from '../project/search-index/text-weights.ts';
import { fewerWordsFigures } from './fewer-words.ts';
import { searchRoomLimits } from './limits.ts';
import { textFigures } from './text-search.ts';

/** The figures by which words fit, and by which results come at all: what the explanation of the order says besides the ranking's own. */
export const wordFigures = {
  bm25,
  field: fieldWeights,
  length: lengthWeights,
  index: indexWeights,
  query: queryWeights,
  text: textFigures,
  leftOut: fewerWordsFigures,
  limits: {
    fartherRadii: searchRoomLimits.fartherRadii,
    prefixCharactersMin: searchRoomLimits.prefixCharactersMin,
    eventHoursWithoutEnd: searchRoomLimits.eventHoursWithoutEnd,
    eventHoursOfOneDay: searchRoomLimits.eventHoursOfOneDay,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, number>>>>;

/** All of them by name: `field.brand`. */
export const namedWordFigures: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries(wordFigures).flatMap(([group, figures]) =>
    Object.entries(figures).map(([name, figure]): [string, number] => [`${group}.${name}`, figure]),
  ),
);
