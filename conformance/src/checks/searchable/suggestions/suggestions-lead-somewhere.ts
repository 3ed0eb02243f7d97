import { suggestionAnswers } from '../../../evidence/search/suggestion-answers.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { judgeAnswers } from '../judge-answers.ts';

/** SRCH-043: Suggestions lead somewhere. */
export const suggestionsLeadSomewhere: Check = defineCheck({
  name: 'suggestions-lead-somewhere',
  requirement: 'SRCH-043',
  title: 'Suggestions find something',
  fault: 'A suggestion, taken as q, finds nothing.',
  consumerLoses: 'People are led into empty answers.',
  whatToDo: 'Suggest only what a search with availability=any finds.',
  needs: { suggestionAnswers },
  judge: ({ suggestionAnswers: { tried } }) =>
    judgeAnswers(
      'suggestions',
      tried.map(({ asked }) => asked),
      ({ question, exchange, answer }) =>
        answer.results.length > 0 ? [] : [atPointer(exchange, '/results', `“${question['q']}” finds nothing`)],
    ),
});
