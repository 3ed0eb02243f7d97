import type { Spoiler } from '../../spoiler.ts';

/** What the scanner added is lost. */
export const queryDropped: Spoiler = {
  name: 'query-dropped',
  class: 'searchable',
  fails: ['people-are-led'],
  answer(answer, { url }) {
    const { location } = answer.headers ?? {};
    if (location === undefined || url.searchParams.has('linkType')) return answer;
    return { ...answer, headers: { ...answer.headers, location: location.replace(`&${url.search.slice(1)}`, '') } };
  },
};
