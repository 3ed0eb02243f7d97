import { type ConsumerCheck, defineConsumerCheck } from '../../consumer/consumer-check.ts';
import { digestFindings } from '../../consumer/judging.ts';
import { troubleAtSecondVisit } from '../../consumer/scenarios/trouble-at-second-visit.ts';
import { entryOf } from '../../consumer/entry-of.ts';
import { villageAt, villageGtins } from '../../consumer/village.ts';
import type { JsonObject } from '../../json/json-value.ts';
import { failedIfAny } from '../verdict.ts';

const addressedTo = (to: string, from: string, entry: JsonObject): JsonObject =>
  JSON.parse(JSON.stringify(entry).replaceAll(`${from}/`, `${to}/`)) as JsonObject;

/** CONS-021: Nobody speaks for another. */
export const refusesForeignEntries: ConsumerCheck = defineConsumerCheck({
  name: 'refuses-foreign-entries',
  requirement: 'CONS-021',
  title: 'Nobody speaks for another',
  fault: 'It took an entry about a thing of another origin, or dropped others because of it.',
  consumerLoses: 'Any publisher can say what it likes about the shops of another.',
  whatToDo:
    'Check that the origin of `id` is the feed’s and that `data.id` is the same; leave out the entry, and keep the rest of the page.',
  scenario: troubleAtSecondVisit('foreign-entries', {
    before({ feed, elsewhere }) {
      const foreign = villageAt(elsewhere);
      const [, gtin, other, unknown] = villageGtins;
      feed.smuggle((position) => entryOf(foreign.place('de-concurrent'), position));
      feed.put(feed.things.product(gtin));
      feed.smuggle((position) => ({
        ...entryOf(feed.things.product(other), position),
        data: foreign.product(other).data,
      }));
      // Its address begins as the feed's does, and is another's.
      feed.smuggle((position) =>
        addressedTo(`${feed.origin}@elders.example`, feed.origin, entryOf(feed.things.place('de-ketting'), position)),
      );
      feed.put(feed.things.product(unknown));
    },
  }),
  judge(story) {
    const findings = digestFindings(story);
    return failedIfAny(findings, 'three entries about things that are not the publisher’s');
  },
});
