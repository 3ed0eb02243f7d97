import { type ConsumerCheck, defineConsumerCheck } from '../../consumer/consumer-check.ts';
import { cameThrough } from '../../consumer/judging.ts';
import { troubleAtSecondVisit } from '../../consumer/scenarios/trouble-at-second-visit.ts';

/** CONS-019: Redirects within the origin. */
export const followsRedirects: ConsumerCheck = defineConsumerCheck({
  name: 'follows-redirects',
  requirement: 'CONS-019',
  title: 'Redirects within the origin',
  fault: 'It did not arrive where a redirect within the origin led.',
  consumerLoses: 'A publisher that moves its feed to another path is lost to it.',
  whatToDo: 'Follow 301, 302, 303, 307 and 308 to addresses of the same scheme, host and port, a few of them in a row.',
  scenario: troubleAtSecondVisit('redirected', {
    answer: (_asked, _right, { feed }) => Response.redirect(`${feed.origin}/elders/feed?1`, 307),
    answerElsewhere({ url }, right) {
      if (url.endsWith('/elders/feed?1'))
        return new Response(null, { status: 301, headers: { location: '/elders/feed?2' } });
      return url.endsWith('/elders/feed?2') ? right() : undefined;
    },
  }),
  judge: (story) => cameThrough(story, 'two redirects in a row'),
});
