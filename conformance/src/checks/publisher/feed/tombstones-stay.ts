import { tombstoneDaysMin } from '@openstraat/spec';
import { description } from '../../../evidence/description.ts';
import { secondWalk } from '../../../evidence/second-walk.ts';
import { walk } from '../../../evidence/walk.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { failedIfAny, inapplicable } from '../../verdict.ts';

/** Is this tombstone younger than the least that it stays? */
const isYoung = (published: unknown, nowMs: number): boolean =>
  typeof published === 'string' && nowMs - Date.parse(published) < tombstoneDaysMin * 86_400_000;

/** FEED-018: Tombstones stay. */
export const tombstonesStay: Check = defineCheck({
  name: 'tombstones-stay',
  requirement: 'FEED-018',
  title: 'Tombstones stay',
  fault: 'A tombstone is dropped before 30 days, or the description says that they are.',
  consumerLoses: 'Readers that come by once a month keep what was deleted.',
  whatToDo: 'Keep tombstones for 30 days or more after their published.',
  needs: { description, walk, secondWalk },
  judge: ({ description: { exchange, feed }, walk: walked, secondWalk: second }) => {
    const { tombstoneDays } = feed;
    const tombstones = [...walked.replica.things].filter(([, { isLive }]) => !isLive);
    const dropped = second.whole
      ? tombstones.filter(
          ([id, { published }]) => !second.replica.things.has(id) && isYoung(published, exchange.answer.receivedMs),
        )
      : [];
    const findings = [
      ...(typeof tombstoneDays === 'number' && tombstoneDays < tombstoneDaysMin
        ? [
            atPointer(
              exchange,
              jsonPointer('feed', 'tombstoneDays'),
              `tombstones stay ${tombstoneDays} days instead of ${tombstoneDaysMin} or more`,
            ),
          ]
        : []),
      ...dropped.map(([id, { exchange: page, at }]) =>
        atPointer(
          { id: page },
          jsonPointer('items', at),
          `the tombstone of ${id} stood here, and was dropped before its time`,
        ),
      ),
    ];
    if (findings.length === 0 && tombstones.length === 0) return inapplicable('no tombstone was met');
    return failedIfAny(findings, `${tombstones.length} tombstones, and what the description says`);
  },
});
