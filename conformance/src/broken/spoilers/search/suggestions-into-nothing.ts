import type { Spoiler } from '../../spoiler.ts';

/** What is suggested is not there. */
export const suggestionsIntoNothing: Spoiler = {
  name: 'suggestions-into-nothing',
  class: 'searchable',
  fails: ['suggestions-lead-somewhere'],
  answer: (answer, { url }) =>
    url.pathname === '/search/suggest'
      ? { ...answer, body: answer.body.replaceAll('"text":"', '"text":"Zeppelin ') }
      : answer,
};
