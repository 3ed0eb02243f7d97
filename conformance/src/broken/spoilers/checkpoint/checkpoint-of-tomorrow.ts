import type { Spoiler } from '../../spoiler.ts';

/** The checkpoint is of tomorrow. */
export const checkpointOfTomorrow: Spoiler = {
  name: 'checkpoint-of-tomorrow',
  fails: ['checkpoint-time'],
  checkpoint: (checkpoint) => ({ ...checkpoint, time: '2026-03-11T12:00:00.000Z' }),
};
