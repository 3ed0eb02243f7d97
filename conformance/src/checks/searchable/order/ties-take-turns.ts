import { searches } from '../../../evidence/search/searches.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeAnswers } from '../judge-answers.ts';
import { resultsOf } from '../parts.ts';
import { tierOf } from './tiers.ts';

/** SRCH-035: Ties take turns. */
export const tiesTakeTurns: Check = defineCheck({
  name: 'ties-take-turns',
  requirement: 'SRCH-035',
  title: 'Equal scores take turns by the day',
  fault: 'Results of equal score do not stand in the order of their tie, or the seed is not that of the day.',
  consumerLoses: 'One shop stands before its neighbour for ever.',
  whatToDo: 'Reckon tie.value from the id and one seed that names the day in UTC, and sort equal scores by it.',
  needs: { searches },
  judge: ({ searches: asked }) =>
    judgeAnswers('answers with scores', asked, ({ exchange, answer }) => {
      const results = resultsOf(answer).flatMap(({ pointer, part }) =>
        part.explain === undefined ? [] : [{ pointer, tier: tierOf(part), ...part.explain }],
      );
      const [first] = results;
      if (first === undefined) return undefined;
      const days = [Date.parse(answer.at), exchange.answer.receivedMs].map((ms) =>
        new Date(ms).toISOString().slice(0, 10),
      );
      const { seed } = first.tie;
      return [
        ...(days.some((day) => seed.includes(day))
          ? []
          : [atPointer(exchange, `${first.pointer}/explain/tie/seed`, `“${seed}” does not name the day ${days[0]}`)]),
        ...results
          .filter(({ tie }) => tie.seed !== seed)
          .map(({ pointer }) =>
            atPointer(exchange, `${pointer}/explain/tie/seed`, 'another seed than the first result'),
          ),
        ...results.slice(1).flatMap(({ pointer, tier, score, tie }, at) => {
          const before = results[at];
          const isTie = before !== undefined && before.tier === tier && before.score === score;
          return isTie && before.tie.value > tie.value
            ? [atPointer(exchange, `${pointer}/explain/tie/value`, `${tie.value} stands behind ${before.tie.value}`)]
            : [];
        }),
      ];
    }),
});
