import type { HtmlPage } from '../html/html-page.ts';
import { available, type Gatherer } from './gatherer.ts';
import { frontPage } from './front-page.ts';
import { thingDocuments } from './thing-documents.ts';

/** All HTML pages that were read: the front page and those of things. */
export const publicPages: Gatherer<readonly HtmlPage[]> = {
  name: 'public-pages',
  async gather(run) {
    const front = await run.gather(frontPage);
    const documents = await run.gather(thingDocuments);
    return available(
      [
        front.available ? front.value.page : undefined,
        ...(documents.available ? documents.value.documents.map(({ page }) => page) : []),
      ].filter((page) => page !== undefined),
    );
  },
};
