import { type ConsumerCheck, defineConsumerCheck } from '../../consumer/consumer-check.ts';
import { digestFindings } from '../../consumer/judging.ts';
import { villageGtins } from '../../consumer/village.ts';
import { failedIfAny } from '../verdict.ts';

/** CONS-009: The digest is compared. */
export const comparesDigest: ConsumerCheck = defineConsumerCheck({
  name: 'compares-digest',
  requirement: 'CONS-009',
  title: 'The digest is compared',
  fault: 'It holds something else than the checkpoint counts, and did nothing.',
  consumerLoses: 'An entry that was lost once is lost for ever, and nobody knows.',
  whatToDo:
    'Keep the digest up to date with what you hold, compare it at each checkpoint, and begin anew when they differ.',
  scenario: {
    name: 'lost-entry',
    begin({ feed }) {
      const { source, place, product } = feed.things;
      feed.put(source, place('de-ketting'), product(villageGtins[0]));
      return {
        visits: 2,
        answer: ({ url, times }) =>
          url === feed.start && times === 1
            ? feed.answer(url, {
                page: (page) => ({ ...page, items: (page['items'] as readonly unknown[]).slice(0, -1) }),
              })
            : undefined,
      };
    },
  },
  judge: (story) => failedIfAny(digestFindings(story), 'an entry that the first walk did not have, and the second had'),
});
