import { jsonPointer } from '../../../json/json-pointer.ts';
import { type Check, definePageCheck } from '../../check.ts';
import { atPointer, type Finding } from '../../finding.ts';
import { liveThing } from '../../things/live-thing.ts';
import { failed, inapplicable, notTested, passed } from '../../verdict.ts';
import { licenceOpenness } from './known-licences.ts';

/** LIC-003: The licence is open. */
export const openLicence: Check = definePageCheck({
  name: 'open-licence',
  requirement: 'LIC-003',
  title: 'The licence is open',
  fault: 'The feed or a Source stands under a licence that keeps somebody from using, changing or sharing the data.',
  consumerLoses: 'Apps and search engines may not use it.',
  whatToDo: 'Choose CC0, CC BY 4.0, or ODbL for what comes from OpenStreetMap; nothing with NC or ND.',
  watch() {
    const licences = new Map<string, Finding>();
    const take = (licence: unknown, finding: Finding): void => {
      // What is no address is for FEED-026 and LIC-001.
      if (typeof licence === 'string' && /^https?:\/\//.test(licence) && !licences.has(licence))
        licences.set(licence, finding);
    };
    return {
      see({ exchange, json, entries }) {
        take(json['license'], atPointer(exchange, '/license', `the feed stands under ${String(json['license'])}`));
        for (const entry of entries) {
          const thing = liveThing(entry);
          if (thing?.kind !== 'Source') continue;
          const { license } = thing.data;
          const pointer = jsonPointer('items', entry.at, 'data', 'license');
          take(license, atPointer(exchange, pointer, `${thing.id} stands under ${String(license)}`));
        }
      },
      verdict() {
        const all = [...licences];
        const closed = all.filter(([licence]) => licenceOpenness(licence) === 'closed');
        if (closed.length > 0) return failed(closed.map(([, finding]) => finding));
        const unknown = all.filter(([licence]) => licenceOpenness(licence) === 'unknown').map(([licence]) => licence);
        if (unknown.length > 0)
          return notTested(
            'out-of-sight',
            `the suite does not know ${unknown.slice(0, 3).join(', ')}: somebody has to read it`,
          );
        return all.length === 0
          ? inapplicable('no licence was met')
          : passed(all.map(([licence]) => licence).join(', '));
      },
    };
  },
});
