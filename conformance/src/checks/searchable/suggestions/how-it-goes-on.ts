import { suggestionAnswers } from '../../../evidence/search/suggestion-answers.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer, atStatus } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';
import { refusalFaults } from '../question/refusal-faults.ts';

/** SRCH-042: How it goes on. */
export const howItGoesOn: Check = defineCheck({
  name: 'how-it-goes-on',
  requirement: 'SRCH-042',
  title: 'Suggestions have their form and limits',
  fault: 'Suggestions are not of their form, are more than asked, or take what is out of limits.',
  consumerLoses: 'Boxes that propose while one types break.',
  whatToDo: 'Answer as SearchSuggestions says, at most limit, and refuse as /search does.',
  needs: { suggestionAnswers },
  judge: ({ suggestionAnswers: { asked, refused } }) =>
    judgeEach(
      'questions for suggestions',
      [
        ...asked.map((one) => ({ ...one, wrong: [] as readonly string[] })),
        ...refused.map((one) => ({ ...one, limit: 0, suggestions: undefined })),
      ],
      ({ exchange, limit, suggestions, wrong }) => {
        if (wrong.length > 0) return refusalFaults(exchange, wrong);
        const { status } = exchange.answer;
        if (status !== 200) return [atStatus(exchange, `status ${status}`)];
        if (suggestions === undefined) return [atPointer(exchange, '', 'it is not what SearchSuggestions says')];
        const { length } = suggestions.suggestions;
        return length > limit ? [atPointer(exchange, '/suggestions', `${length} suggestions for ${limit}`)] : [];
      },
    ),
});
