import type { BrokenReader } from '../broken-reader.ts';
import { SampleReader } from '../sample-reader.ts';

/** It has no time limit. */
export const waitsForEver: BrokenReader = {
  name: 'waits-for-ever',
  fails: ['leaves-what-stands-still'],
  reader: class extends SampleReader {
    protected override stillMsMax(): number {
      return 3_600_000;
    }
  },
};
