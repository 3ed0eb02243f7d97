import type { Spoiler } from '../../spoiler.ts';

/** It wants clocks to be right to the minute. */
export const clocksToTheMinute: Spoiler = {
  name: 'clocks-to-the-minute',
  class: 'federated',
  fails: ['skew-tolerated'],
  federation: { skewMs: 60_000 },
};
