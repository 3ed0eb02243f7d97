import type { BrokenReader } from '../broken-reader.ts';
import { SampleReader } from '../sample-reader.ts';

/** It remembers nothing of where it stood. */
export const alwaysFromTheStart: BrokenReader = {
  name: 'always-from-the-start',
  fails: ['goes-on-from-next'],
  reader: class extends SampleReader {
    protected override walk(): ReturnType<SampleReader['walk']> {
      this.forget();
      return super.walk();
    }
  },
};
