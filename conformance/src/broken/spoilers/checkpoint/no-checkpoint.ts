import type { Spoiler } from '../../spoiler.ts';

/** The address of the checkpoint answers 404. */
export const noCheckpoint: Spoiler = {
  name: 'no-checkpoint',
  fails: ['checkpoint-answered'],
  answer: (answer, { url }) => (url.pathname === '/feed/checkpoint' ? { ...answer, status: 404 } : answer),
};
