import { contradictions, refusedQuestions } from '../../../evidence/search/refused-questions.ts';
import { searchPages } from '../../../evidence/search/search-pages.ts';
import { searches } from '../../../evidence/search/searches.ts';
import { variesBy } from '../../../fetching/header-values.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atHeader } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** SRCH-003: Caches and scripts are told. */
export const searchHeaders: Check = defineCheck({
  name: 'search-headers',
  requirement: 'SRCH-003',
  title: 'Answers of the search tell caches and scripts what they may',
  fault: 'An answer of the search, or an error, lacks Vary: Accept or Access-Control-Allow-Origin: *.',
  consumerLoses: 'Apps in browsers can not search, or caches mix pages and data up.',
  whatToDo: 'Send both with every answer of /search, errors too.',
  needs: { searches, searchPages, refusedQuestions, contradictions },
  judge: ({ searches: asked, searchPages: pages, refusedQuestions: refused, contradictions: contradicting }) =>
    judgeEach('answers', [...asked, ...pages, ...refused, ...contradicting], ({ exchange }) => {
      const { answer } = exchange;
      return [
        ...(variesBy(answer, 'accept') ? [] : [atHeader(exchange, 'vary', `no Vary: Accept with ${answer.status}`)]),
        ...(answer.headers.get('access-control-allow-origin') === '*'
          ? []
          : [atHeader(exchange, 'access-control-allow-origin', `not * with status ${answer.status}`)]),
      ];
    }),
});
