import type { Spoiler } from '../../spoiler.ts';

/** The checkpoint at its own address stays behind the feed. */
export const checkpointLags: Spoiler = {
  name: 'checkpoint-lags',
  fails: ['nothing-above-checkpoint'],
  checkpoint: (checkpoint, { on }) =>
    on === 'url' ? { ...checkpoint, position: checkpoint.position - 5_000_000 } : checkpoint,
};
