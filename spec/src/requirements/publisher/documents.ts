import { type RequirementText } from '../requirement.ts';

/** Requirements of `text/documents.md`. */
export const documentsRequirements: readonly RequirementText[] = [
  {
    id: 'DOC-001',
    level: 'MUST',
    title: 'Ids answer',
    text: 'A GET of the id of a live thing MUST give status 200 and an HTML page, if need be after redirects within the origin.',
  },
  {
    id: 'DOC-002',
    level: 'MUST',
    title: 'Pages embed schema.org',
    text: 'The page MUST hold a `<script type="application/ld+json">` with a schema.org description of the thing, whose `@id` is the thing\'s id.',
  },
  {
    id: 'DOC-003',
    level: 'MUST',
    title: 'Embedded data agrees with the feed',
    text: "What the embedded description says of name, price, currency and availability MUST be what the thing's `data` says.",
  },
  {
    id: 'DOC-004',
    level: 'MUST',
    title: "Embedded data can't end its script",
    text: 'The character `<` in embedded JSON MUST be written as `\\u003c`.',
  },
  {
    id: 'DOC-005',
    level: 'MUST',
    title: 'Pages read without scripts',
    text: "The page's HTML MUST show the thing's name, and for an Offer its availability, as text without any script being run.",
  },
  {
    id: 'DOC-006',
    level: 'MUST',
    title: 'Data never becomes markup',
    text: 'Text from data MUST stand in pages as text, with markup in it escaped, and links made from data MUST be http, https, `tel:` or `mailto:`.',
  },
  {
    id: 'DOC-007',
    level: 'MUST',
    title: 'Deleted things do not answer 200',
    text: 'The id of a deleted thing MUST answer 404 or 410, unless its tombstone carries `movedTo`.',
  },
  {
    id: 'DOC-008',
    level: 'MUST',
    title: 'There is a home page',
    text: "`/` MUST answer with an HTML page that names the publisher and its operator, and links to the feed's licence.",
  },
  {
    id: 'DOC-009',
    level: 'SHOULD',
    title: 'Pages are listed for crawlers',
    text: 'A publisher SHOULD list the pages of its live places, parcel points, products, services, events and areas in `/sitemap.xml`, in a sitemap index where there are more than 50,000.',
  },
  {
    id: 'DOC-010',
    level: 'MUST',
    title: 'Crawlers are welcome',
    text: '`/robots.txt`, where there is one, MUST NOT disallow the pages of things, the feed, the checkpoint, the context or the description.',
  },
];
