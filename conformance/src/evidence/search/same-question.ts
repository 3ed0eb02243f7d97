import { notTested } from '../../checks/verdict.ts';
import { userAgentLike } from '../../run/suite-version.ts';
import { available, type Gatherer, missing } from '../gatherer.ts';
import { type AskedSearch, askSearch } from './ask-search.ts';
import { searches } from './searches.ts';

/** One question, asked by different people. */
export interface SameQuestion {
  readonly first: AskedSearch;
  readonly others: readonly { readonly who: string; readonly asked: AskedSearch }[];
}

const people: readonly (readonly [who: string, headers: Readonly<Record<string, string>>])[] = [
  ['nobody in particular', {}],
  [
    'a browser',
    { 'user-agent': userAgentLike('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0') },
  ],
  ['somebody with a cookie', { cookie: 'session=1; visitor=returning; consent=all' }],
  ['a reader of German', { 'accept-language': 'de-AT, de;q=0.9' }],
  [
    'somebody who comes from elsewhere',
    { referer: 'https://elsewhere.example/deals', origin: 'https://elsewhere.example' },
  ],
  ['another address', { 'x-forwarded-for': '203.0.113.77', forwarded: 'for=203.0.113.77' }],
];

/** The question with the most results, asked again in several ways. */
export const sameQuestion: Gatherer<SameQuestion> = {
  name: 'same-question',
  async gather(run) {
    const asked = await run.gather(searches);
    if (!asked.available) return asked;
    const [most] = asked.value.toSorted(
      (left, right) => (right.answer?.results.length ?? -1) - (left.answer?.results.length ?? -1),
    );
    if (most?.answer === undefined) return missing(notTested('evidence-missing', 'no question was answered'));
    const first = await askSearch(run, most.question);
    const others = await Promise.all(
      people.map(async ([who, headers]) => ({ who, asked: await askSearch(run, most.question, headers) })),
    );
    return available({ first, others });
  },
};
