import type { BrokenReader } from '../broken-reader.ts';
import { SampleReader } from '../sample-reader.ts';

/** It goes by the name of its library. */
export const saysNothingOfItself: BrokenReader = {
  name: 'says-nothing-of-itself',
  fails: ['says-who-it-is'],
  reader: class extends SampleReader {
    protected override headers(address: string): Record<string, string> {
      return { ...super.headers(address), 'user-agent': 'node' };
    }
  },
};
