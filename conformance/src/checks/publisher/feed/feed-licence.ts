import { jsonPointer } from '../../../json/json-pointer.ts';
import { shown } from '../../../json/json-value.ts';
import { type Check, definePageCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { FindingsCollector } from '../../findings-collector.ts';

/** FEED-026: The licence of the feed. */
export const feedLicence: Check = definePageCheck({
  name: 'feed-licence',
  requirement: 'FEED-026',
  title: 'The licence of the feed',
  fault: 'license is not the address of a licence, or differs from page to page.',
  consumerLoses: 'Nobody knows what they may do with the data.',
  whatToDo: 'Write the address of one licence on every page.',
  watch() {
    const findings = new FindingsCollector();
    let first: unknown;
    return {
      see({ exchange, json: { license } }) {
        // That there is none at all is for FEED-001.
        if (typeof license !== 'string') return;
        first ??= license;
        if (!/^https?:$/.test(URL.parse(license)?.protocol ?? ''))
          findings.add(atPointer(exchange, jsonPointer('license'), `license is ${shown(license)}, not an address`));
        else if (license !== first)
          findings.add(
            atPointer(
              exchange,
              jsonPointer('license'),
              `license is ${shown(license)}, and on the first page ${shown(first)}`,
            ),
          );
      },
      verdict: ({ pages }) => findings.verdict(`${pages.length} pages`),
    };
  },
});
