import type { BrokenReader } from '../broken-reader.ts';
import { SampleReader } from '../sample-reader.ts';

/** It asks thrice at the head, to be sure. */
export const hurries: BrokenReader = {
  name: 'hurries',
  fails: ['does-not-hurry'],
  reader: class extends SampleReader {
    protected override async walk(): Promise<'head' | 'anew' | 'given-up'> {
      const how = await super.walk();
      if (how !== 'head' || this.epoch === undefined) return how;
      for (let again = 0; again < 2; again++) {
        if ((await super.walk()) !== 'head') return 'anew';
      }
      return 'head';
    }
  },
};
