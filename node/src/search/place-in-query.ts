import type { Locate } from './locate.ts';
import { findNear, type Whereabouts } from './near.ts';

/** A query that names a town or a postcode at its end or its beginning, and what is left of it. */
export interface PlaceInQuery {
  readonly words: string;
  readonly where: Whereabouts;
}

/** `'s Hertogenbosch`, `Alphen aan den Rijn`, with a postcode before: no name that people type has more words. */
const nameWordsMax = 5;
const preposition = /\s+(in|te|bij|nabij|rond|near|around|à|a|im|bei)$/iu;
const dutchPostcode = /^\d{4} ?[A-Z]{2}$/i;
const digits = /^\d{4,5}$/;
const addressLine = /^(?:\d{4} ?[A-Z]{2}|\d{4,5}) (?<town>\D.*)$/i;

/**
 * Finds where a name is. Four or five digits alone may as well be a number of the article:
 * they are a postcode only behind a preposition (`in 9000`) or before their town (`9000 Gent`).
 */
const whereIs = (name: string, isBehindPreposition: boolean, locate: Locate): Whereabouts | undefined => {
  const isPostcode = dutchPostcode.test(name) || (isBehindPreposition && digits.test(name));
  if (isPostcode || !/^\d/.test(name)) return findNear(name, locate);
  const town = addressLine.exec(name)?.groups?.['town'];
  return town === undefined || locate.town(town).length === 0 ? undefined : findNear(name, locate);
};

/** Reads `fietspomp in Waterveen` as a fietspomp near Waterveen, where that is a town or postcode that is known. */
export const placeInQuery = (query: string, locate: Locate): PlaceInQuery | undefined => {
  const words = query.trim().split(/\s+/);
  for (let length = Math.min(nameWordsMax, words.length - 1); length > 0; length--)
    for (const [name, rest, isLast] of [
      [words.slice(-length), words.slice(0, -length), true],
      [words.slice(0, length), words.slice(length), false],
    ] as const) {
      const text = rest.join(' ');
      const where = whereIs(name.join(' '), isLast && preposition.test(` ${text}`), locate);
      if (where !== undefined) return { where, words: text.replace(preposition, '') };
    }
  return undefined;
};
