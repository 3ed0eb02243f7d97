import { refusedQuestions } from '../../../evidence/search/refused-questions.ts';
import { searches } from '../../../evidence/search/searches.ts';
import { suggestionAnswers } from '../../../evidence/search/suggestion-answers.ts';
import { cacheDirectives } from '../../../fetching/header-values.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atHeader } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** SRCH-044: Not in shared caches. */
export const notInSharedCaches: Check = defineCheck({
  name: 'not-in-shared-caches',
  requirement: 'SRCH-044',
  title: 'Questions stay out of shared caches',
  fault: 'An answer of the search may be kept by shared caches.',
  consumerLoses: 'Whoever runs a cache learns what people look for.',
  whatToDo: 'Send Cache-Control: no-store, or private.',
  needs: { searches, suggestionAnswers, refusedQuestions },
  judge: ({ searches: asked, suggestionAnswers: { asked: suggested }, refusedQuestions: refused }) =>
    judgeEach('answers', [...asked, ...suggested, ...refused], ({ exchange }) => {
      const directives = cacheDirectives(exchange.answer);
      return directives.has('no-store') || directives.has('private')
        ? []
        : [atHeader(exchange, 'cache-control', exchange.answer.headers.get('cache-control') ?? 'no Cache-Control')];
    }),
});
