import type { Spoiler } from '../../spoiler.ts';

/** A later checkpoint names none before it. */
export const chainForgotten: Spoiler = {
  name: 'chain-forgotten',
  fails: ['previous-checkpoint'],
  checkpoint: (checkpoint, { late }) => (late ? { ...checkpoint, previous: null } : checkpoint),
};
