import openingHours from 'opening_hours';
import { remembered } from '../remembered.ts';
import { parseHours } from './parse-hours.ts';

const hoursCharactersMax = 1_000;

/** What a text says of opening hours: OSM syntax, or `unknown`. */
export interface HoursReading {
  readonly hours: string;
  /** False where the text says something that is not understood. */
  readonly understood: boolean;
}

const netherlands = { lat: 52.1, lon: 5.3, address: { country_code: 'nl', state: '' } };

/** Does the package take this, and without having to guess at words? */
const check = (text: string): 'clean' | 'guessed' | 'invalid' => {
  try {
    return new openingHours(text, netherlands).getWarnings().length === 0 ? 'clean' : 'guessed';
  } catch {
    return 'invalid';
  }
};

/** Only words that OSM's syntax has: `do` is Thursday in Dutch, and the package would take it for Sunday in Spanish. */
const hasOnlyOsmWords = (text: string): boolean =>
  text
    .replaceAll(/"[^"]*"/g, '')
    .match(/[\p{L}]+/gu)
    ?.every((word) =>
      /^(Mo|Tu|We|Th|Fr|Sa|Su|PH|SH|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|week|easter|day|days|off|closed|open|unknown|sunrise|sunset|dawn|dusk)$/.test(
        word,
      ),
    ) === true;

const saysNothing = /^([-?]*|onbekend|unknown|n\.?v\.?t\.?|n\/a|unbekannt|inconnu)$/i;

/** Reads opening hours as people write them, in Dutch, English, German or French, or in OSM's own syntax; what is not understood is unknown, never closed. */
export const readHours: (raw: string) => HoursReading = remembered((raw) => {
  // The package tries every way to share out blanks and semicolons in front: hours of work for a line of them.
  const text = raw.replace(/^[\s;]+/, '').trimEnd();
  const unknown = { hours: 'unknown', understood: saysNothing.test(text) };
  if (unknown.understood || text.length > hoursCharactersMax) return unknown;
  const isOsm = hasOnlyOsmWords(text);
  if (isOsm && check(text) === 'clean') return { hours: text, understood: true };
  const parsed = parseHours(text);
  if (parsed !== undefined && check(parsed) === 'clean') return { hours: parsed, understood: true };
  return isOsm && check(text) === 'guessed' ? { hours: text, understood: true } : unknown;
});
