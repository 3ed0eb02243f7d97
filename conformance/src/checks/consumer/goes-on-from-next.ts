import { type ConsumerCheck, defineConsumerCheck } from '../../consumer/consumer-check.ts';
import { villageGtins } from '../../consumer/village.ts';
import { atStatus } from '../finding.ts';
import { failedIfAny } from '../verdict.ts';

/** CONS-003: A walk is resumed. */
export const goesOnFromNext: ConsumerCheck = defineConsumerCheck({
  name: 'goes-on-from-next',
  requirement: 'CONS-003',
  title: 'A walk is resumed',
  fault: 'It began anew without a reason.',
  consumerLoses: 'Reading everything each time costs both sides, and is refused sooner or later.',
  whatToDo: 'Keep the last `next` together with what you hold, and begin there when you come back.',
  scenario: {
    name: 'coming-back',
    begin({ feed }) {
      const { source, place, product } = feed.things;
      feed.put(source, place('de-ketting'));
      return {
        visits: 3,
        beforeVisit(visit) {
          if (visit > 1) feed.put(product(villageGtins[visit] ?? villageGtins[0]));
        },
      };
    },
  },
  judge(story) {
    const again = story.exchanges.filter(({ visit, url }) => visit > 1 && url === story.start);
    return failedIfAny(
      again.map((exchange) => atStatus(exchange, `visit ${exchange.visit} asked for the first page again`)),
      'two visits that went on where the one before had ended',
    );
  },
});
