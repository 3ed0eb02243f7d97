import type { BrokenReader } from '../broken-reader.ts';
import { SampleReader } from '../sample-reader.ts';

/** It takes entries about things of other origins. */
export const believesEveryone: BrokenReader = {
  name: 'believes-everyone',
  fails: ['refuses-foreign-entries'],
  reader: class extends SampleReader {
    protected override isOwn(): boolean {
      return true;
    }
  },
};
