import type { Spoiler } from '../../spoiler.ts';

/** Who has been here before gets another order. */
export const orderByVisitor: Spoiler = {
  name: 'order-by-visitor',
  class: 'searchable',
  fails: ['same-for-everyone'],
  answer(answer, { url, headers }) {
    if (url.pathname !== '/search' || !headers.has('cookie') || answer.type !== 'application/json') return answer;
    const json = JSON.parse(answer.body) as { readonly results: readonly unknown[] };
    return { ...answer, body: JSON.stringify({ ...json, results: json.results.toReversed() }) };
  },
};
