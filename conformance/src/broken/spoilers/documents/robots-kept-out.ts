import type { Spoiler } from '../../spoiler.ts';

/** Robots may not read the feed. */
export const robotsKeptOut: Spoiler = {
  name: 'robots-kept-out',
  fails: ['crawlers-welcome'],
  answer: (answer, { url }) =>
    url.pathname === '/robots.txt' ? { ...answer, body: 'User-agent: *\nAllow: /\nDisallow: /*feed$\n' } : answer,
};
