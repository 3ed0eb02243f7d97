import type { Locate } from './locate.ts';
import { findNear, type Whereabouts } from './near.ts';

/** A query that names a town or a postcode at its end or its beginning, and what is left of it. */
export interface PlaceInQuery {
  readonly words: string;
  readonly where: Whereabouts;
}

/** `'s Hertogenbosch`, `Alphen aan den Rijn`: no name that people type has more words. */
const nameWordsMax = 4;
const preposition = /\s+(in|te|bij|nabij|rond|near|around|à|a|im|bei)$/iu;

/** Reads `fietspomp in Waterveen` as a fietspomp near Waterveen, where that is a town or postcode that is known. */
export const placeInQuery = (query: string, locate: Locate): PlaceInQuery | undefined => {
  const words = query.trim().split(/\s+/);
  for (let length = Math.min(nameWordsMax, words.length - 1); length > 0; length--)
    for (const [name, rest] of [
      [words.slice(-length), words.slice(0, -length)],
      [words.slice(0, length), words.slice(length)],
    ] as const) {
      const where = findNear(name.join(' '), locate);
      if (where !== undefined) return { where, words: rest.join(' ').replace(preposition, '') };
    }
  return undefined;
};
