import type { Spoiler } from '../../spoiler.ts';
import { tinyOrigin } from '../../tiny-publisher/town.ts';

/** The checkpoint names another feed. */
export const checkpointOfAnotherFeed: Spoiler = {
  name: 'checkpoint-of-another-feed',
  fails: ['checkpoint-of-this-feed'],
  checkpoint: (checkpoint, { on }) =>
    on === 'url' ? { ...checkpoint, feed: `${tinyOrigin}/feed/more#stream` } : checkpoint,
};
