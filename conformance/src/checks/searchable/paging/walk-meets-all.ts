import { searchWalk } from '../../../evidence/search/search-walk.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { failedIfAny, notTested } from '../../verdict.ts';

/** SRCH-039: A walk meets all, once. */
export const walkMeetsAll: Check = defineCheck({
  name: 'walk-meets-all',
  requirement: 'SRCH-039',
  title: 'Pages together are the whole answer',
  fault: 'A walk over next misses results, meets some twice or in another order, or does not end.',
  consumerLoses: 'Who reads on sees the same again, or never what is missing.',
  whatToDo: 'Put the place in the order into the cursor, not a number of results.',
  needs: { searchWalk },
  judge: ({ searchWalk: { whole, pages, ended } }) => {
    const [first] = pages;
    if (whole.answer === undefined || first === undefined)
      return notTested('evidence-missing', 'the question was not answered as a whole');
    const met = pages.flatMap(({ answer }) => answer?.results.map(({ id }) => id) ?? []);
    const expected = whole.answer.results.map(({ id }) => id);
    const last = pages.at(-1) ?? first;
    if (last.answer === undefined) return failedIfAny([atPointer(last.exchange, '', 'next leads to no answer')], '');
    const isComplete = whole.answer.next === undefined;
    const twice = met.find((id, at) => met.indexOf(id) !== at);
    const shared = Math.min(met.length, expected.length);
    const other = expected.slice(0, shared).findIndex((id, at) => id !== met[at]);
    return failedIfAny(
      [
        ...(twice === undefined ? [] : [atPointer(last.exchange, '/results', `${twice} was met twice`)]),
        ...(other === -1
          ? []
          : [atPointer(whole.exchange, jsonPointer('results', other), `the walk has another result here`)]),
        ...(isComplete && ended && met.length !== expected.length
          ? [atPointer(last.exchange, '/results', `the walk met ${met.length} results of ${expected.length}`)]
          : []),
        ...(isComplete && !ended ? [atPointer(last.exchange, '/next', 'the walk goes on behind the last result')] : []),
      ],
      `${met.length} results on ${pages.length} pages`,
    );
  },
});
