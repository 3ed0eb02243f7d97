import { description } from '../../../evidence/description.ts';
import { walk } from '../../../evidence/walk.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { shown } from '../../../json/json-value.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { failedIfAny, notTested } from '../../verdict.ts';

/** Is this value another one than the pages agree on? What is missing altogether was found by another check. */
const differs = (value: unknown, among: ReadonlySet<unknown>): boolean =>
  typeof value === 'string' && among.size === 1 && !among.has(value);

/** DESC-008: What it says of the feed holds. */
export const feedFacts: Check = defineCheck({
  name: 'feed-facts',
  requirement: 'DESC-008',
  title: 'What it says of the feed holds',
  fault: 'The id or epoch of the feed in the description is not that of the pages.',
  consumerLoses: 'Readers that check it refuse the feed, or begin anew without need.',
  whatToDo: "Write the id and epoch that the pages carry into the description's feed.",
  needs: { description, walk },
  judge: ({ description: { exchange, feed }, walk: { pages, streamIds } }) => {
    if (pages.length === 0) return notTested('evidence-missing', 'no page of the feed could be read');
    const epochs = new Set(pages.map(({ epoch }) => epoch));
    return failedIfAny(
      [
        ...(differs(feed['id'], streamIds)
          ? [
              atPointer(
                exchange,
                jsonPointer('feed', 'id'),
                `feed.id is ${shown(feed['id'])}, and the pages are of ${shown([...streamIds][0])}`,
              ),
            ]
          : []),
        ...(differs(feed['epoch'], epochs)
          ? [
              atPointer(
                exchange,
                jsonPointer('feed', 'epoch'),
                `feed.epoch is ${shown(feed['epoch'])}, and that of the pages ${shown([...epochs][0])}`,
              ),
            ]
          : []),
      ],
      `the description and ${pages.length} pages`,
    );
  },
});
