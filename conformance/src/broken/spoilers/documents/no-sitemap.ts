import type { Spoiler } from '../../spoiler.ts';

/** There is no sitemap. */
export const noSitemap: Spoiler = {
  name: 'no-sitemap',
  fails: ['sitemap-lists'],
  answer: (answer, { url }) => (url.pathname === '/sitemap.xml' ? { ...answer, status: 404 } : answer),
};
