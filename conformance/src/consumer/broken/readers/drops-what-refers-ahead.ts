import type { BrokenReader } from '../broken-reader.ts';
import { SampleReader } from '../sample-reader.ts';

/** It drops offers of products that it does not hold. */
export const dropsWhatRefersAhead: BrokenReader = {
  name: 'drops-what-refers-ahead',
  fails: ['keeps-what-refers-ahead'],
  reader: class extends SampleReader {
    protected override keep(item: Readonly<Record<string, unknown>>): void {
      const { itemOffered } = (item['data'] ?? {}) as { readonly itemOffered?: string };
      if (itemOffered === undefined || this.held.has(itemOffered)) super.keep(item);
    }
  },
};
