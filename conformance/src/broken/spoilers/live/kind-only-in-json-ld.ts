import type { Spoiler } from '../../spoiler.ts';

/** Items as plain JSON have no kind. */
export const kindOnlyInJsonLd: Spoiler = {
  name: 'kind-only-in-json-ld',
  class: 'publisher-live',
  fails: ['rpde-gate'],
  answer: (answer, { url }) =>
    url.pathname === '/feed' && answer.type === 'application/json'
      ? { ...answer, body: answer.body.replaceAll(/"kind":"[A-Za-z]+",/g, '') }
      : answer,
};
