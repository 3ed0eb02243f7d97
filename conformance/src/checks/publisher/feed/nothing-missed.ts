import { secondWalk } from '../../../evidence/second-walk.ts';
import { walk } from '../../../evidence/walk.ts';
import { jsonPointer } from '../../../json/json-pointer.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { FindingsCollector } from '../../findings-collector.ts';

/** FEED-009: Nothing is missed. */
export const nothingMissed: Check = defineCheck({
  name: 'nothing-missed',
  requirement: 'FEED-009',
  title: 'Nothing is missed',
  fault: 'A thing that was live all the time was not met in the walk.',
  consumerLoses: 'The reader believes that the thing does not exist: a shop, or what it sells, is not found.',
  whatToDo:
    'Read a page from one state of the feed, and let next stand behind the last entry of the page, whatever changes meanwhile.',
  needs: { walk, secondWalk },
  judge: ({ walk: walked, secondWalk: second }) => {
    const { missed, replica, headBefore = -1, lastOfChain } = walked;
    const reach = Math.min(headBefore, walked.whole ? headBefore : (lastOfChain?.last ?? -1));
    const findings = new FindingsCollector();
    for (const { exchange, at, id } of missed)
      findings.add(
        atPointer(
          { id: exchange },
          jsonPointer('items', at),
          `${id} stands here, and the walk over the same stretch did not meet it`,
        ),
      );
    for (const { id, position, isLive, exchange, at } of second.things.values())
      if (isLive && position <= reach && !replica.things.has(id))
        findings.add(
          atPointer(
            { id: exchange },
            jsonPointer('items', at),
            `${id} stands at a position that the first walk passed without meeting it`,
          ),
        );
    return findings.verdict(`${second.things.size} things of a second look`);
  },
});
