import type { BrokenReader } from '../broken-reader.ts';
import { SampleReader } from '../sample-reader.ts';

/** It takes the first page for all. */
export const readsOnePage: BrokenReader = {
  name: 'reads-one-page',
  fails: ['reads-to-the-head'],
  reader: class extends SampleReader {
    protected override isHead(): boolean {
      return true;
    }
  },
};
