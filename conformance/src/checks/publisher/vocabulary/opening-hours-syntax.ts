import OpeningHours from 'opening_hours';
import { shown } from '../../../json/json-value.ts';
import type { Check } from '../../check.ts';
import { defineThingCheck } from '../../things/define-thing-check.ts';

/** Any country will do: only whose holidays they are depends on it. */
const somewhere = { lat: 52, lon: 5, address: { country_code: 'nl', state: '' } };

const rememberedMax = 10_000;
const remembered = new Map<string, boolean>();

const parse = (hours: string): boolean => {
  // The package tries every way to share out blanks and semicolons in front: that takes hours for a line of them.
  if (/^[\s;]|[\s;]{20}/.test(hours)) return false;
  try {
    return new OpeningHours(hours, somewhere) instanceof OpeningHours;
  } catch {
    return false;
  }
};

const isReadable = (hours: string): boolean => {
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
    typeof openingHours !== 'string' || isReadable(openingHours)
      ? []
      : [
          {
            pointer: '/data/openingHours',
            message: `openingHours of ${id} are ${shown(openingHours)}, which no reader of OpenStreetMap's opening_hours takes`,
          },
        ],
});
