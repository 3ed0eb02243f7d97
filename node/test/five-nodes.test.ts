import { expect, it } from 'vitest';
import { liveTogether } from './five-nodes/random-network.ts';
import { startHere } from './five-nodes/start-member.ts';

// A short life that is the same each time; five-nodes.long.ts lives others, in processes that are killed.
it('five nodes that follow, change, end and are cut off have what those have that they follow', async () => {
  expect(await liveTogether(4, 40, startHere)).toHaveLength(40);
}, 240_000);
