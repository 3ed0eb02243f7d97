import type { BrokenReader } from '../broken-reader.ts';
import { SampleReader } from '../sample-reader.ts';

/** It waits a second, whatever it is told. */
export const takesNoHints: BrokenReader = {
  name: 'takes-no-hints',
  fails: ['waits-as-told'],
  reader: class extends SampleReader {
    protected override async pause(): Promise<void> {
      await this.clock.wait(500);
    }
  },
};
