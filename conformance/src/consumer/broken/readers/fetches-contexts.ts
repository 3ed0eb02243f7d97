import type { BrokenReader } from '../broken-reader.ts';
import { type Page, SampleReader } from '../sample-reader.ts';

/** It fetches the context of each page. */
export const fetchesContexts: BrokenReader = {
  name: 'fetches-contexts',
  fails: ['fetches-no-context'],
  reader: class extends SampleReader {
    protected override take(page: Page & { readonly '@context'?: string }): void {
      if (page['@context'] !== undefined) void this.fetch(page['@context']);
      super.take(page);
    }
  },
};
