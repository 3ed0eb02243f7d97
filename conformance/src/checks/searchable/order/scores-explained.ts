import { rankingAnswers } from '../../../evidence/search/ranking-answers.ts';
import { searches } from '../../../evidence/search/searches.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { notTested } from '../../verdict.ts';
import { judgeAnswers } from '../judge-answers.ts';
import { resultsOf } from '../parts.ts';

/** A thousandth, and what numbers lose in JSON. */
const tolerance = 0.001_000_1;

/** SRCH-033: Each score is explained. */
export const scoresExplained: Check = defineCheck({
  name: 'scores-explained',
  requirement: 'SRCH-033',
  title: 'Scores can be reckoned again',
  fault: 'With explain=1 a result lacks its score, or the terms of /ranking, or they do not add up to it.',
  consumerLoses: 'Nobody can check that the order is what the publisher says.',
  whatToDo: 'Give score, one term for each of /ranking with value, weight and share, and the tie.',
  needs: { searches, rankingAnswers },
  judge: ({ searches: asked, rankingAnswers: { ranking } }) => {
    if (ranking === undefined) return notTested('evidence-missing', 'the ranking can not be read');
    const terms = ranking.terms.map(({ term }) => term).toSorted();
    return judgeAnswers('answers with explain=1', asked, ({ question, exchange, answer }) => {
      if (question['explain'] !== '1' || answer.results.length === 0) return undefined;
      return resultsOf(answer).flatMap(({ pointer, part: { explain } }) => {
        if (explain === undefined) return [atPointer(exchange, pointer, 'no explain')];
        const own = explain.terms.map(({ term }) => term).toSorted();
        const sum = explain.terms.reduce((total, { share }) => total + share, 0);
        const wrong = explain.terms.find(
          ({ term, value, weight, share }) =>
            Math.abs(value * weight - share) > tolerance ||
            Math.abs(weight - (ranking.terms.find((one) => one.term === term)?.weight ?? Number.NaN)) > tolerance,
        );
        return [
          ...(own.join(' ') === terms.join(' ')
            ? []
            : [atPointer(exchange, `${pointer}/explain/terms`, `${own.join(', ')} instead of ${terms.join(', ')}`)]),
          ...(wrong === undefined
            ? []
            : [
                atPointer(
                  exchange,
                  `${pointer}/explain/terms`,
                  `${wrong.term}: share is not value times weight of /ranking`,
                ),
              ]),
          ...(Math.abs(sum - explain.score) <= tolerance
            ? []
            : [atPointer(exchange, `${pointer}/explain/score`, `${explain.score}, and the shares add up to ${sum}`)]),
        ];
      });
    });
  },
});
