import type { BrokenReader } from '../broken-reader.ts';
import { SampleReader } from '../sample-reader.ts';

/** It takes every entry as it comes. */
export const checksNoEntries: BrokenReader = {
  name: 'checks-no-entries',
  fails: ['refuses-malformed-entries'],
  reader: class extends SampleReader {
    protected override isEntry(item: Readonly<Record<string, unknown>>): boolean {
      return typeof item['id'] === 'string' && (item['data'] === undefined || this.isWritable(item['data']));
    }
  },
};
