import type { BrokenReader } from '../broken-reader.ts';
import { SampleReader } from '../sample-reader.ts';

/** It accepts no compression. */
export const wantsItPlain: BrokenReader = {
  name: 'wants-it-plain',
  fails: ['takes-compressed'],
  reader: class extends SampleReader {
    protected override headers(address: string): Record<string, string> {
      return { ...super.headers(address), 'accept-encoding': 'identity' };
    }
  },
};
