import { type Kind, positionTime } from '@openstraat/spec';
import { sitemap } from '../../../evidence/sitemap.ts';
import { thingDocuments } from '../../../evidence/thing-documents.ts';
import { isPosition } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atBytes, atStatus, type Finding } from '../../finding.ts';
import { failed, failedIfAny, inapplicable, notTested, unanswered } from '../../verdict.ts';

const addressesMax = 50_000;
/** A sitemap may be as old as that: crawlers come by daily. */
const lagMsMax = 60 * 60_000;
/** Offers stand on the pages of their product and place, sources on those of what they state: a crawler needs no list of them. */
const listed: ReadonlySet<Kind> = new Set<Kind>(['Area', 'Place', 'ParcelPoint', 'Product', 'Service', 'Event']);

/** DOC-009: Pages are listed for crawlers. */
export const sitemapLists: Check = defineCheck({
  name: 'sitemap-lists',
  requirement: 'DOC-009',
  title: 'Pages are listed for crawlers',
  fault: 'The sitemap does not list the pages of live things, or lists more than 50,000 in one file.',
  consumerLoses: 'Search engines do not find the pages of shops and products.',
  whatToDo: 'Write /sitemap.xml with the id of each live thing; above 50,000 a sitemap index of several files.',
  needs: { sitemap, thingDocuments },
  judge: ({ sitemap: { first, files, whole }, thingDocuments: { documents } }) => {
    const { answer } = first.exchange;
    if (answer === undefined) return unanswered(first.exchange);
    if (answer.status !== 200) return failed([atStatus(first.exchange, `/sitemap.xml answers ${answer.status}`)]);
    const findings: Finding[] = files
      .filter(({ type, addresses }) => type !== 'urlset' || addresses.length > addressesMax)
      .map(({ exchange, type, addresses }) =>
        atBytes(
          exchange,
          0,
          exchange.answer?.body.length ?? 0,
          type === 'urlset'
            ? `${exchange.url} lists ${addresses.length} pages, and ${addressesMax} at most may be in one file`
            : `${exchange.url} is no list of pages as sitemaps.org has it`,
        ),
      );
    const wanted = documents.filter(({ thing }) => listed.has(thing.kind));
    if (!whole && findings.length === 0)
      return notTested(
        'out-of-sight',
        `${files.length} of ${first.addresses.length} files of the sitemap were read, and had the right form`,
      );
    const addresses = new Set(files.flatMap((file) => file.addresses));
    const isOld = (modified: unknown): boolean =>
      isPosition(modified) && Date.parse(positionTime(modified)) < answer.receivedMs - lagMsMax;
    const missing = wanted.filter(({ thing: { id } }) => !addresses.has(id));
    if (findings.length === 0)
      findings.push(
        ...missing
          .filter(({ thing: { entry } }) => isOld(entry.item['modified']))
          .map(({ thing: { id } }) =>
            atBytes(first.exchange, 0, answer.body.length, `the sitemap does not list ${id}`),
          ),
      );
    if (findings.length === 0 && missing.length === wanted.length)
      return inapplicable('no thing was met that has been there for longer than an hour');
    return failedIfAny(findings, `${wanted.length - missing.length} things among ${addresses.size} pages`);
  },
});
