import type { Spoiler } from '../../spoiler.ts';

/** previous is a word. */
export const previousInWords: Spoiler = {
  name: 'previous-in-words',
  fails: ['checkpoint-members'],
  checkpoint: (checkpoint) => ({ ...checkpoint, previous: 'none' }),
};
