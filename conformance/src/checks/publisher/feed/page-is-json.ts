import { walk } from '../../../evidence/walk.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atBytes, atStatus } from '../../finding.ts';
import { failed, notTested, passed } from '../../verdict.ts';

/** FEED-001: Pages are JSON objects. */
export const pageIsJson: Check = defineCheck({
  name: 'page-is-json',
  requirement: 'FEED-001',
  title: 'Pages are JSON objects',
  fault: 'The address of the feed answers something else than a JSON object with items, in UTF-8.',
  consumerLoses: 'A reader gets nothing at all.',
  whatToDo: 'Serve every page of the feed as a JSON object in UTF-8, with status 200.',
  needs: { walk },
  judge: ({ walk: { end, pages } }) => {
    if (end.how !== 'not-a-page') return passed(`${pages.length} pages`);
    const { exchange, code, words } = end;
    if (code === 'too-deep') return notTested('not-answered', `${exchange.url} is ${words}`);
    // That a page is not there is told where its address comes from: FEED-007 for all but the first.
    if (code === 'status')
      return pages.length === 0
        ? failed([atStatus(exchange, `the first page has ${words}`)])
        : passed(`${pages.length} pages`);
    return failed([atBytes(exchange, 0, exchange.answer?.body.length ?? 0, `the page is ${words}`)]);
  },
});
