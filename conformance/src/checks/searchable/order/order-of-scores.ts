import { searches } from '../../../evidence/search/searches.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeAnswers } from '../judge-answers.ts';
import { resultsOf } from '../parts.ts';
import { tierOf } from './tiers.ts';

/** SRCH-034: The order is that of the scores. */
export const orderOfScores: Check = defineCheck({
  name: 'order-of-scores',
  requirement: 'SRCH-034',
  title: 'Results stand in the order of their scores',
  fault: 'A result stands before one of a higher score, or before what comes first by the rules.',
  consumerLoses: 'Something else than the facts shown moves results.',
  whatToDo: 'Sort by tier and by falling score, and by nothing else.',
  needs: { searches },
  judge: ({ searches: asked }) =>
    judgeAnswers('answers with scores', asked, ({ exchange, answer }) => {
      const results = resultsOf(answer);
      if (results.length < 2 || results.some(({ part }) => part.explain === undefined)) return undefined;
      return results.slice(1).flatMap(({ pointer, part }, at) => {
        const before = results[at]?.part;
        if (before === undefined) return [];
        const [tier, tierBefore] = [tierOf(part), tierOf(before)];
        // What is farther comes last by SRCH-022 already.
        if (tier < tierBefore)
          return tierBefore === 2
            ? []
            : [atPointer(exchange, pointer, 'it was found, and stands behind a place that carries it')];
        const [score, scoreBefore] = [part.explain?.score ?? 0, before.explain?.score ?? 0];
        return tier === tierBefore && score > scoreBefore
          ? [atPointer(exchange, `${pointer}/explain/score`, `${score} stands behind ${scoreBefore}`)]
          : [];
      });
    }),
});
