import type { Spoiler } from '../../spoiler.ts';

/** Pages do not say what orders the stream. */
export const noSequencePath: Spoiler = {
  name: 'no-sequence-path',
  fails: ['stream-members'],
  page: ({ sequencePath: _sequencePath, ...page }) => page,
};
