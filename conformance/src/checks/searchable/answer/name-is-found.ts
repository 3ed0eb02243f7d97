import { nameSearches } from '../../../evidence/search/name-searches.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** SRCH-015: A name is found. */
export const nameIsFound: Check = defineCheck({
  name: 'name-is-found',
  requirement: 'SRCH-015',
  title: 'A product is found by its name',
  fault: 'Asked for the name of a product, word for word, where it is in stock, a walk does not meet it.',
  consumerLoses: 'What a shop has is not found though somebody asks for just that.',
  whatToDo: 'Index all words of names, and let what matches all of them come first.',
  needs: { nameSearches },
  judge: ({ nameSearches: all }) =>
    judgeEach(
      'names',
      all.map((one) => ({ ...one, exchange: one.asked.exchange })),
      ({ asked, exchange, words, wanted, met }) => {
        if (asked.answer === undefined) return undefined;
        return met ? [] : [atPointer(exchange, '/results', `“${words}” does not find ${wanted[0]}`)];
      },
    ),
});
