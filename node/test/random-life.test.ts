import { expect, it } from 'vitest';
import { liveRandomly } from './support/random-life.ts';

// A short life that is the same each time; random-life.long.ts lives others.
it('a node that is fed, cut off, killed and restored has what its sources state, and its readers know it', async () => {
  expect(await liveRandomly(20, 12)).toHaveLength(12);
}, 300_000);
