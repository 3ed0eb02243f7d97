import { actorAnswers } from '../../../evidence/federation/actor.ts';
import { mediaTypeOf, variesBy } from '../../../fetching/header-values.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atHeader, atStatus } from '../../finding.ts';
import { judgeEach } from '../../judge-each.ts';

/** FED-006: People are led to a page. */
export const peopleToPage: Check = defineCheck({
  name: 'people-to-page',
  requirement: 'FED-006',
  title: 'People who open the actor get a page',
  fault: 'The address of the actor gives browsers no page, or does not tell caches that it depends on Accept.',
  consumerLoses: "People who follow the link in their app see raw data, or a cache gives one the other's form.",
  whatToDo: 'Redirect Accept: text/html to the page, and send Vary: Accept with every form.',
  needs: { actorAnswers },
  judge: ({ actorAnswers: { asActivity, asProfile, asPage, page } }) =>
    judgeEach(
      'answers for programs and people',
      [asActivity, asProfile, asPage, ...(page === undefined || page === asPage ? [] : [page])].map((exchange) => ({
        exchange,
      })),
      ({ exchange }) => {
        const { answer } = exchange;
        return [
          ...((exchange === page && page !== asPage) || variesBy(answer, 'accept')
            ? []
            : [atHeader(exchange, 'vary', 'no Vary: Accept at the address of the actor')]),
          ...(exchange === page && answer.status !== 200
            ? [atStatus(exchange, `status ${answer.status} instead of the page`)]
            : []),
          ...(exchange === page && answer.status === 200 && mediaTypeOf(answer) !== 'text/html'
            ? [atHeader(exchange, 'content-type', `${mediaTypeOf(answer) || 'no media type'} instead of text/html`)]
            : []),
        ];
      },
    ),
});
