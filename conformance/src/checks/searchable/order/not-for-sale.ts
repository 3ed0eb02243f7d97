import { rankingAnswers } from '../../../evidence/search/ranking-answers.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { failedIfAny, notTested } from '../../verdict.ts';

const allowed: readonly string[] = ['text', 'distance', 'availability', 'seen', 'open'];

/** SRCH-037: Not for sale. */
export const notForSale: Check = defineCheck({
  name: 'not-for-sale',
  requirement: 'SRCH-037',
  title: 'Nothing that money can move is in the order',
  fault: 'The ranking has a term that is not one of those that the spec allows.',
  consumerLoses: 'Results can be moved by who pays, or by what nobody can check.',
  whatToDo: 'Rank by text, distance, availability, seen and open only.',
  needs: { rankingAnswers },
  judge: ({ rankingAnswers: { json, ranking } }) => {
    if (ranking === undefined) return notTested('evidence-missing', 'the ranking can not be read');
    const findings = ranking.terms.flatMap(({ term }, at) =>
      allowed.includes(term) ? [] : [atPointer(json, jsonPointer('terms', at), `the term “${term}”`)],
    );
    return failedIfAny(findings, `${ranking.terms.length} terms`);
  },
});
