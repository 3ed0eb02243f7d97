import { wordsOf } from '../language/words.ts';
import type { Locate } from './locate.ts';
import { findNear, type Whereabouts } from './near.ts';

/** A query that names a town or a postcode, and what is left of it. */
export interface PlaceInQuery {
  readonly words: string;
  readonly where: Whereabouts;
}

/** `'s Hertogenbosch`, `Alphen aan den Rijn`: no name that people type has more words. */
const townWordsMax = 5;
/** `1234 AB` before a town. */
const postcodeWordsMax = 2;
const preposition = /\s+(in|te|bij|nabij|rond|near|around|à|a|im|bei)$/iu;
const withLetters = String.raw`\d{4}[ -]?[A-Z]{2}`;
const dutchPostcode = new RegExp(`^${withLetters}$`, 'i');
const digits = /^\d{4,5}$/;
const addressLine = new RegExp(String.raw`^(?:${withLetters}|\d{4,5}),? (?<town>\D.*)$`, 'i');
const postcodeBetween = new RegExp(String.raw`(?<= )(?<postcode>${withLetters}),?(?= )`, 'gi');

/** `2000 mm` is a length, though 2000 is Antwerp: a postcode only where that very one is known. */
const isMeasure = (text: string): boolean => wordsOf(text, 1)[0]?.amount !== undefined;

/**
 * Finds where a name is. Four or five digits alone may as well be a number of the article:
 * they are a postcode only behind a preposition (`in 9000`) or before their town (`9000 Gent`).
 */
const whereIs = (name: string, isBehindPreposition: boolean, locate: Locate): Whereabouts | undefined => {
  if (dutchPostcode.test(name)) {
    const where = findNear(name, locate);
    return where?.district !== undefined && isMeasure(name) ? undefined : where;
  }
  if (isBehindPreposition && digits.test(name)) return findNear(name, locate);
  const isAddressLine = /^\d/.test(name);
  const town = isAddressLine ? addressLine.exec(name)?.groups?.['town'] : name;
  if (town === undefined || town.split(' ').length > townWordsMax) return undefined;
  return isAddressLine && locate.town(town).length === 0 ? undefined : findNear(name, locate);
};

/** A postcode that other words stand behind, which may be a town by a name that nobody here has. */
const postcodeAmong = (query: string, locate: Locate): PlaceInQuery | undefined => {
  for (const found of query.matchAll(postcodeBetween)) {
    const where = findNear(found.groups?.['postcode'] ?? '', locate);
    // Where only the district is known, it is more likely a code or a measure.
    if (where === undefined || where.district !== undefined) continue;
    const before = query.slice(0, found.index).trimEnd().replace(preposition, '');
    return { where, words: before + query.slice(found.index + found[0].length) };
  }
  return undefined;
};

/** Reads `fietspomp in Waterveen` as a fietspomp near Waterveen, where that is a town or postcode that is known. */
export const placeInQuery = (query: string, locate: Locate): PlaceInQuery | undefined => {
  const words = query.trim().split(/\s+/);
  for (let length = Math.min(postcodeWordsMax + townWordsMax, words.length - 1); length > 0; length--)
    for (const [name, rest, isLast] of [
      [words.slice(-length), words.slice(0, -length), true],
      [words.slice(0, length), words.slice(length), false],
    ] as const) {
      const text = rest.join(' ');
      const where = whereIs(name.join(' '), isLast && preposition.test(` ${text}`), locate);
      if (where !== undefined) return { where, words: text.replace(preposition, '') };
    }
  return postcodeAmong(words.join(' '), locate);
};
