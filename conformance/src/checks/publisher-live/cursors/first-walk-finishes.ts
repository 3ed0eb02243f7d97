import { laterCursors } from '../../../evidence/live/cursor-answers.ts';
import { walk } from '../../../evidence/walk.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atStatus } from '../../finding.ts';
import { failedIfAny, inapplicable } from '../../verdict.ts';

/** LIVE-017: A first walk finishes. */
export const firstWalkFinishes: Check = defineCheck({
  name: 'first-walk-finishes',
  requirement: 'LIVE-017',
  title: 'A first walk finishes',
  fault: 'A walk that began with nothing gets 410 before it is at the head.',
  consumerLoses: 'New readers begin again and again, and never get the whole feed.',
  whatToDo: 'Keep the head at which a walk began in its cursors, and refuse none for tombstones at or below it.',
  needs: { walk, laterCursors },
  judge: ({ walk: { end, pages, lastOfChain }, laterCursors: { fromStart, isNewEpoch } }) => {
    const cut = end.how === 'not-a-page' && end.exchange.answer?.status === 410 ? end.exchange : undefined;
    const late = fromStart?.answer?.status === 410 && !isNewEpoch ? fromStart : undefined;
    const findings = [
      ...(cut === undefined ? [] : [atStatus(cut, 'status 410 in the middle of a walk that began with nothing')]),
      ...(late === undefined ? [] : [atStatus(late, 'status 410 for a walk that began minutes ago with nothing')]),
    ];
    if (findings.length === 0 && fromStart === undefined && lastOfChain === pages[0])
      return inapplicable('the whole feed is on its first page: no walk goes on from there');
    return failedIfAny(findings, `a walk over ${pages.length} pages, and its first cursor at the end of the run`);
  },
});
