import { shown } from '../../../json/json-value.ts';
import type { Check } from '../../check.ts';
import type { EntryFault } from '../../define-entry-check.ts';
import type { LiveThing } from '../../things/live-thing.ts';
import { defineThingCheck } from '../../things/define-thing-check.ts';
import { openDatabaseLicence } from './known-licences.ts';

const map = /open\s*street\s*map|\bOSM\b/i;

/** Does a Source say of itself that it derives from the map? Others can't be told from outside. */
const isFromMap = ({ kind, data }: LiveThing): boolean =>
  kind === 'Source' &&
  ['name', 'attribution', 'format'].some((name) => data[name] !== undefined && map.test(JSON.stringify(data[name])));

/** LIC-005: OpenStreetMap stays under its own licence. */
export const mapLicence: Check = defineThingCheck({
  name: 'map-licence',
  requirement: 'LIC-005',
  title: 'OpenStreetMap stays under its own licence',
  fault:
    "A Source that derives from OpenStreetMap does not have the Open Database License, or does not name the map's contributors.",
  consumerLoses: 'Whoever uses the data breaks the licence of the map without knowing it.',
  whatToDo: `Give such a Source the licence ${openDatabaseLicence} and an attribution such as "© OpenStreetMap contributors".`,
  things: 'sources that name OpenStreetMap',
  concerns: isFromMap,
  inspect({ id, data: { license, attribution } }) {
    const faults: EntryFault[] = [];
    if (license !== openDatabaseLicence)
      faults.push({ pointer: '/data/license', message: `license of ${id} is ${shown(license)}` });
    if (typeof attribution === 'string' && !map.test(attribution))
      faults.push({ pointer: '/data/attribution', message: `attribution of ${id} is ${shown(attribution)}` });
    return faults;
  },
});
