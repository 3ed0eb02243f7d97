import type { Spoiler } from '../../spoiler.ts';

/** It does not act on an Undo. */
export const undoForgotten: Spoiler = {
  name: 'undo-forgotten',
  class: 'federated',
  fails: ['undo-ends'],
  federation: { neverUndoes: true },
};
