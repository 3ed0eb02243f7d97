import { type ConsumerCheck, defineConsumerCheck } from '../../consumer/consumer-check.ts';
import { digestFindings } from '../../consumer/judging.ts';
import { troubleAtSecondVisit } from '../../consumer/scenarios/trouble-at-second-visit.ts';
import { entryOf, tombstoneOf } from '../../consumer/entry-of.ts';
import { villageGtins } from '../../consumer/village.ts';
import { failedIfAny } from '../verdict.ts';

/** CONS-022: Entries that are none. */
export const refusesMalformedEntries: ConsumerCheck = defineConsumerCheck({
  name: 'refuses-malformed-entries',
  requirement: 'CONS-022',
  title: 'Entries that are none',
  fault: 'It took something that is no entry, or dropped others because of it.',
  consumerLoses: 'One bad line of one publisher stops all that comes behind it, or erases what is right.',
  whatToDo: 'Check each entry for itself; leave out what does not fit, and keep the rest of the page.',
  scenario: troubleAtSecondVisit('malformed-entries', {
    before({ feed }) {
      const { place, product } = feed.things;
      const [held, gtin, other, unknown] = villageGtins;
      feed.smuggle((position) => ({ ...tombstoneOf(product(held), position), modified: String(position) }));
      feed.smuggle((position) => ({ ...entryOf(product(other), position), state: 'changed' }));
      feed.put(product(gtin));
      feed.smuggle((position) => ({ ...entryOf(place('de-ander'), position), kind: 'Product' }));
      feed.smuggle(() => ({}));
      feed.smuggle((position) => ({ ...entryOf(product(other), position), data: 'none' }));
      // Half a letter: canonical JSON has no way to write it.
      feed.smuggle((position) => ({
        ...entryOf(product(other), position),
        data: { ...product(other).data, name: '\ud83d' },
      }));
      feed.put(product(unknown));
    },
  }),
  judge: (story) => failedIfAny(digestFindings(story), 'six entries that are none'),
});
