import { expect, it } from 'vitest';
import { liveTogether } from './five-nodes/random-network.ts';
import { startApart, startHere } from './five-nodes/start-member.ts';

const seeds = Array.from({ length: 6 }, () => Math.floor(Math.random() * 2 ** 31));

it.each(seeds)('five nodes in one process live through whatever comes (seed %i)', async (seed) => {
  expect(await liveTogether(seed, 200, startHere)).toHaveLength(200);
});

it.each(seeds)('five nodes, killed at any moment, live through whatever comes (seed %i)', async (seed) => {
  expect(await liveTogether(seed, 120, startApart)).toHaveLength(120);
});
