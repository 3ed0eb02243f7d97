import type { Spoiler } from '../../spoiler.ts';

/** The digest is of something else. */
export const wrongDigest: Spoiler = {
  name: 'wrong-digest',
  fails: ['set-digest'],
  checkpoint: (checkpoint) => ({ ...checkpoint, digest: 'c'.repeat(64) }),
};
