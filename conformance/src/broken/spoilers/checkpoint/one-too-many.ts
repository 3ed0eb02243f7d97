import type { Spoiler } from '../../spoiler.ts';

/** live counts one too many. */
export const oneTooMany: Spoiler = {
  name: 'one-too-many',
  fails: ['live-count'],
  checkpoint: (checkpoint) => ({ ...checkpoint, live: checkpoint.live + 1 }),
};
