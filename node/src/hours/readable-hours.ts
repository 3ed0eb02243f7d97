import { hoursLimits } from './limits.ts';

const words =
  /^(Mo|Tu|We|Th|Fr|Sa|Su|PH|SH|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|week|easter|day|days|off|closed|open|unknown)$/i;

/**
 * Opening hours in a form that is safe to read; undefined where they say nothing that can be relied on.
 * Words that OSM's syntax lacks would be guessed at, and times of the sun need a point: both read unknown.
 */
export const readableHours = (raw: string): string | undefined => {
  if (raw.length > hoursLimits.hoursCharactersMax) return undefined;
  // Blanks before the first rule make the package try every way to share them out.
  const text = raw
    .replaceAll(/"[^"]*"/g, '"x"')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s;]+/, '')
    .replace(/[\s;]+$/, '');
  if (text === '' || /^unknown$/i.test(text)) return undefined;
  if (text.split(/;|\|\|/).length > hoursLimits.hoursRulesMax) return undefined;
  // Numbers alone would be taken for years.
  if (!/[a-z:]|24\/7/i.test(text) || /\d{5}/.test(text)) return undefined;
  const isKnown = text
    .replaceAll('"x"', '')
    .match(/\p{L}+/gu)
    ?.every((word) => words.test(word));
  return isKnown === false ? undefined : text;
};
