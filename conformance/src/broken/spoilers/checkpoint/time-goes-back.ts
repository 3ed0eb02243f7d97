import type { Spoiler } from '../../spoiler.ts';

/** A later checkpoint has an earlier time. */
export const timeGoesBack: Spoiler = {
  name: 'time-goes-back',
  fails: ['checkpoints-grow'],
  checkpoint: (checkpoint, { late }) => (late ? { ...checkpoint, time: '2026-03-09T11:00:00.000Z' } : checkpoint),
};
