import { type ConsumerCheck, defineConsumerCheck } from '../../consumer/consumer-check.ts';
import { missedSecondVisit, neverAsked } from '../../consumer/judging.ts';
import { troubleAtSecondVisit } from '../../consumer/scenarios/trouble-at-second-visit.ts';

/** CONS-020: No next on another origin. */
export const staysWhenNextLeadsAway: ConsumerCheck = defineConsumerCheck({
  name: 'stays-when-next-leads-away',
  requirement: 'CONS-020',
  title: 'No next on another origin',
  fault: 'It followed a `next` to another origin.',
  consumerLoses:
    'Whoever can bend one answer speaks for that publisher from then on; or makes it knock at doors inside its own network.',
  whatToDo: 'Compare scheme, host and port of each address that you are led to with those of the feed.',
  scenario: troubleAtSecondVisit('next-elsewhere', {
    answer: ({ times, url }, _right, { feed, elsewhere }) =>
      times === 1 ? feed.answer(url, { page: (page) => ({ ...page, next: `${elsewhere}/feed` }) }) : undefined,
  }),
  judge(story) {
    const missed = missedSecondVisit(story);
    return missed ?? neverAsked(story, ({ url }) => url.startsWith(story.elsewhere), 'which is of another origin');
  },
});
