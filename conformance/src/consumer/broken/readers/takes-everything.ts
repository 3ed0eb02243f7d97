import type { BrokenReader } from '../broken-reader.ts';
import { SampleReader } from '../sample-reader.ts';

/** It has no size limit. */
export const takesEverything: BrokenReader = {
  name: 'takes-everything',
  fails: ['leaves-the-endless'],
  reader: class extends SampleReader {
    protected override bytesMax(): number {
      return Number.POSITIVE_INFINITY;
    }
  },
};
