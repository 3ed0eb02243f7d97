import { kinds } from '@openstraat/spec';
import { publicPages } from '../../../evidence/public-pages.ts';
import { publisher } from '../../../evidence/publisher.ts';
import { secondWalk } from '../../../evidence/second-walk.ts';
import { sitemap } from '../../../evidence/sitemap.ts';
import { unlessWhole, walk } from '../../../evidence/walk.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atBytes } from '../../finding.ts';
import { FindingsCollector } from '../../findings-collector.ts';
import { keyOf } from '../../things/live-thing.ts';
import { inapplicable } from '../../verdict.ts';
import { atPart } from '../documents/define-document-check.ts';

/** PUB-005: Everything shown can be taken along. Of what pages say, DOC-003 and DOC-005 compare the rest. */
export const shownIsInFeed: Check = defineCheck({
  name: 'shown-is-in-feed',
  requirement: 'PUB-005',
  title: 'Everything shown can be taken along',
  fault: 'A page or the sitemap leads to a thing that the feed does not have.',
  consumerLoses: 'Something is kept from those who follow the feed.',
  whatToDo: 'Publish in the feed everything that pages show, and take off pages what is not to be published.',
  needs: { walk, secondWalk, publicPages, sitemap, publisher },
  judge: ({ walk: walked, secondWalk: second, publicPages: pages, sitemap: { files }, publisher: facts }) => {
    const partial = unlessWhole(walked);
    if (partial !== undefined) return partial;
    const isThing = (id: string): boolean => kinds.some((kind) => keyOf(id, kind, facts) !== undefined);
    // What came in during the run is in the second walk alone.
    const isKnown = (id: string): boolean => walked.replica.things.has(id) || second.things.has(id);
    const findings = new FindingsCollector();
    const seen = new Set<string>();
    for (const page of pages)
      for (const { element, url } of page.links()) {
        if (url === null) continue;
        const id = url.origin + decoded(url.pathname);
        if (!isThing(id) || seen.has(id)) continue;
        seen.add(id);
        if (!isKnown(id) && !isKnown(url.origin + url.pathname))
          findings.add(
            atPart(
              page,
              element.start,
              element.startEnd,
              `${page.exchange.url} links to ${id}, which is not in the feed`,
            ),
          );
      }
    for (const { exchange, addresses } of files)
      for (const id of addresses) {
        if (!isThing(id) || seen.has(id)) continue;
        seen.add(id);
        if (!isKnown(id))
          findings.add(
            atBytes(
              exchange,
              0,
              exchange.answer?.body.length ?? 0,
              `${exchange.url} lists ${id}, which is not in the feed`,
            ),
          );
      }
    return findings.verdict(
      seen.size > 0 ? `${seen.size} things that pages and sitemap lead to` : inapplicable('no page leads to a thing'),
    );
  },
});

const decoded = (path: string): string => {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
};
