import type { BrokenReader } from '../broken-reader.ts';
import { SampleReader } from '../sample-reader.ts';

/** It follows redirects to other origins. */
export const goesWhereItIsSent: BrokenReader = {
  name: 'goes-where-it-is-sent',
  fails: ['stays-when-redirected'],
  reader: class extends SampleReader {
    #isSent = false;

    protected override mayBeSentTo(): boolean {
      this.#isSent = true;
      return true;
    }

    protected override mayAsk(address: string): boolean {
      const isSent = this.#isSent;
      this.#isSent = false;
      return isSent || super.mayAsk(address);
    }
  },
};
