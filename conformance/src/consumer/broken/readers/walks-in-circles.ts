import type { BrokenReader } from '../broken-reader.ts';
import { SampleReader } from '../sample-reader.ts';

/** It begins anew until the digest is right. */
export const walksInCircles: BrokenReader = {
  name: 'walks-in-circles',
  fails: ['does-not-circle'],
  reader: class extends SampleReader {
    protected override walksMax(): number {
      return 1_000;
    }
  },
};
