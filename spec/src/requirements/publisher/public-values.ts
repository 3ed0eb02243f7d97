import { type RequirementText } from '../requirement.ts';

/** Requirements of `text/public-values.md`. */
export const publicValueRequirements: readonly RequirementText[] = [
  {
    id: 'PUB-001',
    level: 'MUST',
    title: 'No third-party requests',
    text: 'A public page MUST NOT make a browser request anything from another origin: no scripts, styles, fonts, frames, beacons or pictures.',
  },
  {
    id: 'PUB-002',
    level: 'MUST',
    title: 'No cookies',
    text: 'Public pages, documents and the feed MUST NOT set cookies, nor keep anything in the browser that can tell one reader from another.',
  },
  {
    id: 'PUB-003',
    level: 'MUST',
    title: 'No account, no key',
    text: 'Pages, documents, feed, checkpoint, context and description MUST be served without account, key or payment.',
  },
  {
    id: 'PUB-004',
    level: 'MUST',
    title: 'The same for everyone',
    text: 'What a publisher answers MUST NOT depend on who asks: not on `User-Agent`, `Referer`, cookies or address.',
  },
  {
    id: 'PUB-005',
    level: 'MUST',
    title: 'Everything shown can be taken along',
    text: 'Every thing that public pages show MUST be in the feed, and what the page of a thing says of it MUST follow from `data` in the feed.',
  },
  {
    id: 'PUB-006',
    level: 'SHOULD',
    title: 'Encrypted transport',
    text: 'A publisher on the public internet SHOULD use https.',
  },
];
