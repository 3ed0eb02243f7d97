import type { Spoiler } from '../../spoiler.ts';

/** Documents of offers say an older price than the feed. */
export const documentBehindFeed: Spoiler = {
  name: 'document-behind-feed',
  class: 'publisher-live',
  fails: ['documents-say-what-the-feed-says'],
  answer: (answer, { url }) =>
    url.pathname.startsWith('/offers/') && answer.type === 'application/ld+json'
      ? { ...answer, body: answer.body.replace(/"price":"[^"]*"/, '"price":"1.00"') }
      : answer,
};
