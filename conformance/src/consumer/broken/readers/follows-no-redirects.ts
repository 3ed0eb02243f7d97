import type { BrokenReader } from '../broken-reader.ts';
import { SampleReader } from '../sample-reader.ts';

/** It takes redirects for errors. */
export const followsNoRedirects: BrokenReader = {
  name: 'follows-no-redirects',
  fails: ['follows-redirects'],
  reader: class extends SampleReader {
    protected override mayBeSentTo(): boolean {
      return false;
    }
  },
};
