import type { BrokenReader } from '../broken-reader.ts';
import { type Page, SampleReader } from '../sample-reader.ts';

/** One bad entry, and it drops the page. */
export const dropsWholePages: BrokenReader = {
  name: 'drops-whole-pages',
  fails: ['refuses-foreign-entries', 'refuses-malformed-entries'],
  reader: class extends SampleReader {
    protected override take(page: Page): void {
      const { origin } = new URL(this.start);
      const isRight = page.items.every((item) => this.isEntry(item) && this.isOwn(item, origin));
      super.take(isRight ? page : { ...page, items: [] });
    }
  },
};
