import type { BrokenReader } from '../broken-reader.ts';
import { SampleReader } from '../sample-reader.ts';

/** What it met last holds, whatever its position. */
export const lastMetHolds: BrokenReader = {
  name: 'last-met-holds',
  fails: ['highest-position-holds'],
  reader: class extends SampleReader {
    protected override keep(item: Readonly<Record<string, unknown>>): void {
      this.held.delete(String(item['id']));
      super.keep(item);
    }
  },
};
