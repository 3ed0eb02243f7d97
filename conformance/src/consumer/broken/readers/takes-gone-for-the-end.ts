import type { BrokenReader } from '../broken-reader.ts';
import { SampleReader } from '../sample-reader.ts';

/** It takes 410 for the end of the feed. */
export const takesGoneForTheEnd: BrokenReader = {
  name: 'takes-gone-for-the-end',
  fails: ['begins-anew-when-gone'],
  reader: class extends SampleReader {
    protected override whenGone(): 'unchanged' {
      return 'unchanged';
    }
  },
};
