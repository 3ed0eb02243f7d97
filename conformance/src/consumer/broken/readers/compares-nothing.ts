import type { BrokenReader } from '../broken-reader.ts';
import { SampleReader } from '../sample-reader.ts';

/** It never looks at checkpoints. */
export const comparesNothing: BrokenReader = {
  name: 'compares-nothing',
  fails: ['compares-digest'],
  reader: class extends SampleReader {
    protected override isRight(): boolean {
      return true;
    }
  },
};
