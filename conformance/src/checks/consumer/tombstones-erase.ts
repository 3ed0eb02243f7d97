import { type ConsumerCheck, defineConsumerCheck } from '../../consumer/consumer-check.ts';
import { cameThrough } from '../../consumer/judging.ts';
import { troubleAtSecondVisit } from '../../consumer/scenarios/trouble-at-second-visit.ts';
import { villageGtins } from '../../consumer/village.ts';

/** CONS-005: Tombstones erase. */
export const tombstonesErase: ConsumerCheck = defineConsumerCheck({
  name: 'tombstones-erase',
  requirement: 'CONS-005',
  title: 'Tombstones erase',
  fault: 'A deleted thing is still held, or a tombstone was stumbled over.',
  consumerLoses: 'Its users are sent to shops that are gone; and a publisher who withdraws something is not obeyed.',
  whatToDo: 'Erase what you hold under the `id` of an entry with state `deleted`; where there is nothing, go on.',
  scenario: troubleAtSecondVisit('deletions', {
    before({ feed }) {
      const { offer, product } = feed.things;
      const [gtin, , , unknown] = villageGtins;
      feed.remove(offer(gtin, 'de-ketting'), product(unknown));
    },
  }),
  judge: (story) => cameThrough(story, 'tombstones of a thing that was held and of one that was not'),
});
