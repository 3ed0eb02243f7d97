import type { Spoiler } from '../../spoiler.ts';

/** The feed answers with an HTML page. */
export const feedIsHtml: Spoiler = {
  name: 'feed-is-html',
  fails: ['page-is-json'],
  answer: (answer, { url }) =>
    url.pathname === '/feed' ? { status: 200, type: 'text/html', body: '<!doctype html><p>feed' } : answer,
};
