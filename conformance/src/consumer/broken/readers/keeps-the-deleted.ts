import type { BrokenReader } from '../broken-reader.ts';
import { SampleReader } from '../sample-reader.ts';

/** It overlooks tombstones. */
export const keepsTheDeleted: BrokenReader = {
  name: 'keeps-the-deleted',
  fails: ['tombstones-erase'],
  reader: class extends SampleReader {
    protected override keep(item: Readonly<Record<string, unknown>>): void {
      if (item['state'] !== 'deleted') super.keep(item);
    }
  },
};
