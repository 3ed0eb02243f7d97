import { type ConsumerCheck, defineConsumerCheck } from '../../consumer/consumer-check.ts';
import { atStatus } from '../finding.ts';
import { failedIfAny } from '../verdict.ts';

const maxAgeSeconds = 60;

/** CONS-025: No haste. */
export const doesNotHurry: ConsumerCheck = defineConsumerCheck({
  name: 'does-not-hurry',
  requirement: 'CONS-025',
  title: 'No haste',
  fault: 'It asked again before the answer had grown old.',
  consumerLoses: 'Publishers pay for each useless request, and shut out who sends many.',
  whatToDo: 'Wait at the head until `max-age` of `Cache-Control` is over.',
  scenario: {
    name: 'head-kept-for-a-minute',
    begin({ feed }) {
      feed.put(feed.things.source, feed.things.place('de-ketting'));
      return {
        visits: 1,
        answer({ url }) {
          const right = feed.answer(url);
          right.headers.set('cache-control', `public, max-age=${maxAgeSeconds}`);
          return right;
        },
      };
    },
  },
  judge(story) {
    const lastAtMs = new Map<string, number>();
    const findings = story.exchanges.flatMap((exchange) => {
      const before = lastAtMs.get(exchange.url);
      lastAtMs.set(exchange.url, exchange.atMs);
      // A reader that begins anew does so for a reason that other checks look at.
      if (before === undefined || exchange.url === story.start || exchange.atMs - before >= maxAgeSeconds * 1_000)
        return [];
      return [
        atStatus(
          exchange,
          `it asked again after ${exchange.atMs - before} milliseconds for what keeps ${maxAgeSeconds} seconds`,
        ),
      ];
    });
    return failedIfAny(findings, `${story.exchanges.length} requests`);
  },
});
