import OpeningHours from 'opening_hours';
import { shown } from '../../../json/json-value.ts';
import type { Check } from '../../check.ts';
import { defineThingCheck } from '../../things/define-thing-check.ts';

/** Any country will do: only whose holidays they are depends on it. */
const somewhere = { lat: 52, lon: 5, address: { country_code: 'nl', state: '' } };

const rememberedMax = 10_000;
const remembered = new Map<string, boolean>();

const words =
  /^(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|week|easter|days?|off|closed|open|unknown|sunrise|sunset|dawn|dusk)$/;

/** Words of the syntax itself: the package guesses at others, and takes the Dutch Thursday for a Spanish Sunday. */
const hasItsWords = (hours: string): boolean =>
  hours
    .replaceAll(/"[^"]*"/g, '')
    .match(/\p{L}+/gu)
    ?.every((word) => words.test(word)) !== false;

const parse = (hours: string): boolean => {
  // The package tries every way to share out blanks and semicolons in front: that takes hours for a line of them.
  if (/^[\s;]|[\s;]{20}/.test(hours) || !hasItsWords(hours)) return false;
  try {
    return new OpeningHours(hours, somewhere) instanceof OpeningHours;
  } catch {
    return false;
  }
};

/** Are these opening hours that readers of OpenStreetMap take, or "unknown"? */
export const isOpeningHours = (hours: string): boolean => {
  const before = remembered.get(hours);
  if (before !== undefined) return before;
  const readable = hours === 'unknown' || parse(hours);
  if (remembered.size < rememberedMax) remembered.set(hours, readable);
  return readable;
};

/** VOC-015: Unknown is not closed. */
export const openingHoursSyntax: Check = defineThingCheck({
  name: 'opening-hours-syntax',
  requirement: 'VOC-015',
  title: 'Unknown is not closed',
  fault: 'openingHours are not in the syntax of OpenStreetMap, nor "unknown".',
  consumerLoses: 'Readers take the place for closed, or for open.',
  whatToDo: 'Write opening_hours as OpenStreetMap does ("Mo-Fr 09:00-18:00; Sa 09:00-17:00"), or "unknown".',
  things: 'things with opening hours',
  concerns: ({ data }) => data['openingHours'] !== undefined,
  inspect: ({ id, data: { openingHours } }) =>
    typeof openingHours !== 'string' || isOpeningHours(openingHours)
      ? []
      : [
          {
            pointer: '/data/openingHours',
            message: `openingHours of ${id} are ${shown(openingHours)}, which no reader of OpenStreetMap's opening_hours takes`,
          },
        ],
});
