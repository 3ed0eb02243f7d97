import { searchDefaults } from '@openstraat/spec';
import { searches } from '../../../evidence/search/searches.ts';
import { searchWalk } from '../../../evidence/search/search-walk.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeAnswers } from '../judge-answers.ts';

/** SRCH-038: As many as asked. */
export const asManyAsAsked: Check = defineCheck({
  name: 'as-many-as-asked',
  requirement: 'SRCH-038',
  title: 'No more results than were asked',
  fault: 'An answer has more results than limit.',
  consumerLoses: 'Programs with little room get more than fits.',
  whatToDo: 'Give at most limit results, 10 where nothing is said.',
  needs: { searches, searchWalk },
  judge: ({ searches: asked, searchWalk: { pages } }) =>
    judgeAnswers('answers', [...asked, ...pages], ({ question, exchange, answer }) => {
      const limit = Number(question['limit'] ?? searchDefaults.limit);
      return answer.results.length > limit
        ? [atPointer(exchange, '/results', `${answer.results.length} results for a limit of ${limit}`)]
        : [];
    }),
});
