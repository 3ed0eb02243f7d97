import type { Spoiler } from '../../spoiler.ts';

/** The sitemap lists the first thing alone. */
export const sitemapOfOne: Spoiler = {
  name: 'sitemap-of-one',
  fails: ['sitemap-lists'],
  answer: (answer, { url }) =>
    url.pathname === '/sitemap.xml'
      ? { ...answer, body: answer.body.replace(/(<\/url>).*(<\/urlset>)/s, '$1$2') }
      : answer,
};
