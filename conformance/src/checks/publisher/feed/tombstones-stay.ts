import { tombstoneDaysMin } from '@openstraat/spec';
import { description } from '../../../evidence/description.ts';
import type { HeldThing } from '../../../evidence/held-thing.ts';
import { secondWalk } from '../../../evidence/second-walk.ts';
import { walk } from '../../../evidence/walk.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { FindingsCollector } from '../../findings-collector.ts';
import { inapplicable } from '../../verdict.ts';

/** Is this tombstone younger than the least that it stays? */
const isYoung = ({ publishedMs }: HeldThing, nowMs: number): boolean =>
  nowMs - publishedMs < tombstoneDaysMin * 86_400_000;

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
    const findings = new FindingsCollector();
    if (typeof tombstoneDays === 'number' && tombstoneDays < tombstoneDaysMin)
      findings.add(
        atPointer(
          exchange,
          jsonPointer('feed', 'tombstoneDays'),
          `tombstones stay ${tombstoneDays} days instead of ${tombstoneDaysMin} or more`,
        ),
      );
    let tombstones = 0;
    for (const thing of walked.replica.things.values()) {
      if (thing.isLive) continue;
      tombstones += 1;
      if (second.whole && isYoung(thing, exchange.answer.receivedMs) && !second.things.has(thing.id))
        findings.add(
          atPointer(
            { id: thing.exchange },
            jsonPointer('items', thing.at),
            `the tombstone of ${thing.id} stood here, and was dropped before its time`,
          ),
        );
    }
    return findings.verdict(
      tombstones > 0 ? `${tombstones} tombstones, and what the description says` : inapplicable('no tombstone was met'),
    );
  },
});
