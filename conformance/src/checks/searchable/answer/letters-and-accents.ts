import { letterSearches } from '../../../evidence/search/name-searches.ts';
import type { AskedSearch } from '../../../evidence/search/ask-search.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { failedIfAny, inapplicable } from '../../verdict.ts';

const idsOf = ({ answer }: AskedSearch): string | undefined =>
  answer === undefined
    ? undefined
    : answer.results
        .map(({ id }) => id)
        .toSorted()
        .join(' ');

/** SRCH-016: Letters and accents. */
export const lettersAndAccents: Check = defineCheck({
  name: 'letters-and-accents',
  requirement: 'SRCH-016',
  title: 'Case and accents make no difference',
  fault: 'Capitals give other results than small letters, or a name with accents is not found without them.',
  consumerLoses: 'People must guess how a shop writes its things.',
  whatToDo: 'Fold case and accents of both names and questions.',
  needs: { letterSearches },
  judge: ({ letterSearches: { cases, withoutAccents } }) => {
    const [first, ...others] = cases;
    const expected = first === undefined ? undefined : idsOf(first);
    const compared = others.filter((one) => idsOf(one) !== undefined);
    const answered = withoutAccents.filter(({ asked }) => asked.answer !== undefined);
    const findings = [
      ...(expected === undefined
        ? []
        : compared
            .filter((one) => idsOf(one) !== expected)
            .map(({ exchange, question }) =>
              atPointer(exchange, '/results', `“${question['q']}” has other results than “${first?.question['q']}”`),
            )),
      ...answered
        .filter(({ met }) => !met)
        .map(({ asked, words, wanted }) =>
          atPointer(asked.exchange, '/results', `“${words}” does not find ${wanted[0]}, whose name has accents`),
        ),
    ];
    if (compared.length + answered.length === 0) return inapplicable('no name was met to try it with');
    return failedIfAny(
      findings,
      `${compared.length} writings of a name, ${answered.length} names without their accents`,
    );
  },
});
