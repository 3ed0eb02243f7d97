import { type ConsumerCheck, defineConsumerCheck } from '../../consumer/consumer-check.ts';
import { atStatus } from '../finding.ts';
import { failed, passed } from '../verdict.ts';

const minuteMs = 60_000;

/** CONS-010: No going in circles. */
export const doesNotCircle: ConsumerCheck = defineConsumerCheck({
  name: 'does-not-circle',
  requirement: 'CONS-010',
  title: 'No going in circles',
  fault: 'It began anew again and again.',
  consumerLoses: 'A publisher with one wrong number is drowned in requests by every reader that it has.',
  whatToDo: 'When a second walk ends with the same difference, say so to your operator and leave it for today.',
  scenario: {
    name: 'never-right',
    begin({ feed }) {
      feed.put(feed.things.source, feed.things.place('de-ketting'));
      return {
        visits: 1,
        answer: ({ url }) =>
          feed.answer(url, { checkpoint: (right) => ({ ...right, digest: 'ab'.repeat(32), live: right.live + 1 }) }),
      };
    },
  },
  judge(story) {
    const walks = story.exchanges.filter(({ url }) => url === story.start);
    const [first, , , fourth] = walks;
    if (first === undefined || fourth === undefined || fourth.atMs - first.atMs > minuteMs)
      return passed(`${walks.length} walks`);
    return failed([atStatus(fourth, `within ${fourth.atMs - first.atMs} milliseconds it began for the fourth time`)]);
  },
});
