import type { BrokenReader } from '../broken-reader.ts';
import { SampleReader } from '../sample-reader.ts';

/** It sends no `If-None-Match`. */
export const keepsNoEtags: BrokenReader = {
  name: 'keeps-no-etags',
  fails: ['sends-etag'],
  reader: class extends SampleReader {
    protected override headers(address: string): Record<string, string> {
      const { 'if-none-match': _tag, ...headers } = super.headers(address);
      return headers;
    }
  },
};
