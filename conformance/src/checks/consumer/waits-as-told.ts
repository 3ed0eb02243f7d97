import { type ConsumerCheck, defineConsumerCheck } from '../../consumer/consumer-check.ts';
import { digestFindings } from '../../consumer/judging.ts';
import { atStatus } from '../finding.ts';
import { failedIfAny } from '../verdict.ts';

const pauseMs = 2_000;
/** Timers and clocks of two processes differ by so much. */
const earlyMsMax = 20;

/** CONS-013: Retry-After is kept to. */
export const waitsAsTold: ConsumerCheck = defineConsumerCheck({
  name: 'waits-as-told',
  requirement: 'CONS-013',
  title: 'Retry-After is kept to',
  fault: 'It came back too early, or never.',
  consumerLoses: 'Publishers that are asked too often shut readers out for good.',
  whatToDo:
    'Ask nothing of that publisher until the time in `Retry-After` (seconds, or a date) is over; then ask again.',
  scenario: {
    name: 'too-busy',
    begin({ feed, clock }) {
      feed.put(feed.things.source, feed.things.place('de-ketting'));
      let quietUntilMs = 0;
      const refuse = (status: number, retryAfter: string, untilMs: number): Response => {
        quietUntilMs = untilMs;
        return new Response('Later, please.', { status, headers: { 'retry-after': retryAfter } });
      };
      return {
        visits: 3,
        quietUntilMs: () => quietUntilMs,
        answer({ times, url }) {
          const nowMs = clock.now();
          if (url !== feed.start || times > 2) return undefined;
          if (times === 1) return refuse(429, String(pauseMs / 1_000), nowMs + pauseMs);
          // A date has whole seconds.
          const untilMs = (Math.floor(nowMs / 1_000) + 2) * 1_000;
          return refuse(503, new Date(untilMs).toUTCString(), untilMs);
        },
      };
    },
  },
  judge(story) {
    const findings = story.exchanges.flatMap((exchange, at) => {
      const retryAfter = exchange.headers['retry-after'];
      const next = story.exchanges[at + 1];
      if (retryAfter === undefined || next === undefined) return [];
      const untilMs = /^\d+$/.test(retryAfter) ? exchange.atMs + Number(retryAfter) * 1_000 : Date.parse(retryAfter);
      return next.atMs + earlyMsMax >= untilMs
        ? []
        : [
            atStatus(
              next,
              `it came ${untilMs - next.atMs} milliseconds before the time that ${exchange.status} had named`,
            ),
          ];
    });
    return failedIfAny([...findings, ...digestFindings(story)], '429 with seconds, and 503 with a date');
  },
});
