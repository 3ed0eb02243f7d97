import { walk } from '../../../evidence/walk.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { failedIfAny, notTested } from '../../verdict.ts';

/** FEED-008: One entry a thing. */
export const eachThingOnce: Check = defineCheck({
  name: 'each-thing-once',
  requirement: 'FEED-008',
  title: 'One entry a thing',
  fault: 'A walk meets a thing more than once, though it did not change meanwhile.',
  consumerLoses: 'Readers take in old states after new ones, and count wrong.',
  whatToDo: 'Keep one entry a thing: move it to the end when it changes, and leave nothing at its old position.',
  needs: { walk },
  judge: ({ walk: { repeated, pages, entries } }) => {
    if (pages.length === 0) return notTested('evidence-missing', 'no page of the feed could be read');
    return failedIfAny(
      repeated.map(({ exchange, at, id }) =>
        atPointer({ id: exchange }, jsonPointer('items', at, 'id'), `${id} was met before in this walk`),
      ),
      `${entries} entries on ${pages.length} pages`,
    );
  },
});
