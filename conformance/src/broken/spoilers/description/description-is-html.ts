import type { Spoiler } from '../../spoiler.ts';

/** The well-known address answers with a login page. */
export const descriptionIsHtml: Spoiler = {
  name: 'description-is-html',
  fails: ['description-answered'],
  answer: (answer, { url }) =>
    url.pathname === '/.well-known/openstraat'
      ? { status: 200, type: 'text/html', body: '<!doctype html><form>' }
      : answer,
};
