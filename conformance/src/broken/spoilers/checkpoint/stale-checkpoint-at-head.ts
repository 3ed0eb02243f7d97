import type { Spoiler } from '../../spoiler.ts';

/** Pages at the head carry the checkpoint of an older head. */
export const staleCheckpointAtHead: Spoiler = {
  name: 'stale-checkpoint-at-head',
  fails: ['checkpoint-at-head'],
  checkpoint: (checkpoint, { on }) =>
    on === 'page' ? { ...checkpoint, position: checkpoint.position - 2_000_000, digest: '0'.repeat(64) } : checkpoint,
};
