import { expect, it } from 'vitest';
import { liveRandomly } from './support/random-life.ts';

const seeds = Array.from({ length: 12 }, () => Math.floor(Math.random() * 2 ** 31));

it.each(seeds)('a node lives through whatever comes (seed %i)', async (seed) => {
  expect(await liveRandomly(seed, 60)).toHaveLength(60);
});
