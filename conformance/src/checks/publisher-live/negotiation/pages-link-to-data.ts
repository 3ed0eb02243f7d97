import { documents } from '../../../evidence/live/documents.ts';
import { mediaTypeOf } from '../../../fetching/header-values.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atBytes } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

const isAlternate = (tag: string): boolean =>
  /\brel\s*=\s*["']?[^"'>]*\balternate\b/i.test(tag) && /\btype\s*=\s*["']?application\/ld\+json/i.test(tag);

/** LIVE-004: Pages link to their data. */
export const pagesLinkToData: Check = defineCheck({
  name: 'pages-link-to-data',
  requirement: 'LIVE-004',
  title: 'Pages link to their data',
  fault: 'The page of a thing has no link to its JSON-LD.',
  consumerLoses: 'Whoever finds the page does not find the data behind it.',
  whatToDo: 'Put <link rel="alternate" type="application/ld+json" href="…"> into the head of each page.',
  needs: { documents },
  judge: ({ documents: asked }) =>
    judgeEach('pages', asked, ({ accept, exchange }) => {
      const { answer } = exchange;
      if (accept !== 'text/html' || answer.status !== 200 || mediaTypeOf(answer) !== 'text/html') return undefined;
      const links = answer.body.toString('utf8').match(/<link\b[^>]*>/gi) ?? [];
      return links.some(isAlternate)
        ? []
        : [atBytes(exchange, 0, answer.body.length, 'no link of type application/ld+json with rel="alternate"')];
    }),
});
