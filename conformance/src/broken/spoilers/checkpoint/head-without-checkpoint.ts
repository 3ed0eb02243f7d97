import type { Spoiler } from '../../spoiler.ts';

/** Pages at the head carry no checkpoint. */
export const headWithoutCheckpoint: Spoiler = {
  name: 'head-without-checkpoint',
  fails: ['checkpoint-at-head'],
  page: ({ checkpoint: _checkpoint, ...page }) => page,
};
