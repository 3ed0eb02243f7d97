import type { BrokenReader } from '../broken-reader.ts';
import { SampleReader } from '../sample-reader.ts';

/** It writes `next` anew, in what it takes for its normal form. */
export const makesAddresses: BrokenReader = {
  name: 'makes-addresses',
  fails: ['follows-next'],
  reader: class extends SampleReader {
    protected override async fetch(address: string): Promise<Response | undefined> {
      const tidy = address.replaceAll('%2f', '%2F');
      if (tidy !== address) await super.fetch(tidy);
      return super.fetch(address);
    }
  },
};
