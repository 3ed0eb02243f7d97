import type { Spoiler } from '../../spoiler.ts';
import { html } from '../../tiny-publisher/answer.ts';

/** The root answers programs with a page. */
export const frontPageForAll: Spoiler = {
  name: 'front-page-for-all',
  class: 'publisher-live',
  fails: ['description-at-root'],
  answer: (answer, { url }) =>
    url.pathname === '/' && answer.type === 'application/ld+json'
      ? { ...html('<!doctype html><p>Welcome.'), ...(answer.headers === undefined ? {} : { headers: answer.headers }) }
      : answer,
};
