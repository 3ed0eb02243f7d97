import { type ConsumerCheck, defineConsumerCheck } from '../../consumer/consumer-check.ts';
import { atStatus } from '../finding.ts';
import { failedIfAny, inapplicable } from '../verdict.ts';

/** Long enough to tell haste from patience, and short enough to wait for. */
const maxAgeSeconds = 2;
/** Timers and clocks of two processes differ by so much. */
const earlyMsMax = 20;

/** CONS-025: No haste. */
export const doesNotHurry: ConsumerCheck = defineConsumerCheck({
  name: 'does-not-hurry',
  requirement: 'CONS-025',
  title: 'No haste',
  fault: 'It asked again before the answer had grown old.',
  consumerLoses: 'Publishers pay for each useless request, and shut out who sends many.',
  whatToDo: 'Wait at the head until `max-age` of `Cache-Control` is over.',
  scenario: {
    name: 'head-kept-for-a-while',
    begin({ feed, clock }) {
      feed.put(feed.things.source, feed.things.place('de-ketting'));
      let quietUntilMs = 0;
      return {
        // Whoever stopped at the checkpoint asks for the head in its second visit, and again in its third, when it may.
        visits: 3,
        quietUntilMs: () => quietUntilMs,
        afterAnswer: () => {
          quietUntilMs = clock.now() + maxAgeSeconds * 1_000 + 2 * earlyMsMax;
        },
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
    let again = 0;
    const findings = story.exchanges.flatMap((exchange) => {
      const before = lastAtMs.get(exchange.url);
      lastAtMs.set(exchange.url, exchange.atMs);
      // A reader that begins anew does so for a reason that other checks look at.
      if (before === undefined || exchange.url === story.start) return [];
      again += 1;
      if (exchange.atMs + earlyMsMax - before >= maxAgeSeconds * 1_000) return [];
      return [
        atStatus(
          exchange,
          `it asked again after ${exchange.atMs - before} milliseconds for what keeps ${maxAgeSeconds} seconds`,
        ),
      ];
    });
    return again === 0
      ? inapplicable('it asked for no address twice')
      : failedIfAny(findings, `${again} times it asked again for what it had`);
  },
});
