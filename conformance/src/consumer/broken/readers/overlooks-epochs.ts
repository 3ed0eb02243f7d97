import type { BrokenReader } from '../broken-reader.ts';
import { SampleReader } from '../sample-reader.ts';

/** It reads on, whatever the epoch. */
export const overlooksEpochs: BrokenReader = {
  name: 'overlooks-epochs',
  fails: ['begins-anew-in-new-epoch'],
  reader: class extends SampleReader {
    protected override isForeign(): boolean {
      return false;
    }
  },
};
