import type { BrokenReader } from '../broken-reader.ts';
import { SampleReader } from '../sample-reader.ts';

/** It follows `next` to other origins. */
export const goesWhereNextLeads: BrokenReader = {
  name: 'goes-where-next-leads',
  fails: ['stays-when-next-leads-away'],
  reader: class extends SampleReader {
    protected override mayAsk(): boolean {
      return true;
    }

    protected override mayBeSentTo(address: string): boolean {
      return super.mayAsk(address);
    }
  },
};
