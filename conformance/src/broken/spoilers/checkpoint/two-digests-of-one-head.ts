import type { Spoiler } from '../../spoiler.ts';

/** The checkpoint at its own address has another digest than that on the page. */
export const twoDigestsOfOneHead: Spoiler = {
  name: 'two-digests-of-one-head',
  fails: ['same-head-same-set'],
  checkpoint: (checkpoint, { on }) => (on === 'url' ? { ...checkpoint, digest: 'c'.repeat(64) } : checkpoint),
};
