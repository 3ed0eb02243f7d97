import type { BrokenReader } from '../broken-reader.ts';
import { SampleReader } from '../sample-reader.ts';

/** It takes 304 for a reason to begin anew. */
export const stumblesOverNotModified: BrokenReader = {
  name: 'stumbles-over-not-modified',
  fails: ['takes-not-modified'],
  reader: class extends SampleReader {
    protected override whenUnchanged(): 'gone' {
      return 'gone';
    }
  },
};
