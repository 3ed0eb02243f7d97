import { type ConsumerCheck, defineConsumerCheck } from '../../consumer/consumer-check.ts';
import { missedSecondVisit, neverAsked } from '../../consumer/judging.ts';
import { troubleAtSecondVisit } from '../../consumer/scenarios/trouble-at-second-visit.ts';

/** CONS-020: No redirect to another origin. */
export const staysWhenRedirected: ConsumerCheck = defineConsumerCheck({
  name: 'stays-when-redirected',
  requirement: 'CONS-020',
  title: 'No redirect to another origin',
  fault: 'It followed a redirect to another origin.',
  consumerLoses:
    'Whoever can bend one answer speaks for that publisher from then on; or makes it knock at doors inside its own network.',
  whatToDo: 'Compare scheme, host and port of each address that you are led to with those of the feed.',
  scenario: troubleAtSecondVisit('sent-away', {
    answer: ({ times }, _right, { elsewhere }) =>
      times === 1 ? Response.redirect(`${elsewhere}/feed`, 302) : undefined,
  }),
  judge(story) {
    const missed = missedSecondVisit(story);
    return missed ?? neverAsked(story, ({ url }) => url.startsWith(story.elsewhere), 'which is of another origin');
  },
});
