import { cursorAnswers, laterCursors } from '../../../evidence/live/cursor-answers.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atStatus } from '../../finding.ts';
import { failedIfAny, notTested } from '../../verdict.ts';

/** LIVE-016: When to begin again. */
export const whenToBeginAgain: Check = defineCheck({
  name: 'when-to-begin-again',
  requirement: 'LIVE-016',
  title: 'Readers begin again when they must, and only then',
  fault: 'A cursor of another epoch is not refused, or one that misses nothing is.',
  consumerLoses: 'Readers keep what was deleted, or fetch the whole feed again for nothing.',
  whatToDo: 'Judge cursors as vectors/cursor.json has it: the epoch, and tombstones that were dropped.',
  needs: { cursorAnswers, laterCursors },
  judge: ({ cursorAnswers: { foreignEpoch }, laterCursors: { fromHead, isNewEpoch } }) => {
    const foreign = foreignEpoch?.answer;
    const kept = fromHead?.answer;
    const findings = [
      // A changed cursor may also be one that nobody wrote (LIVE-020).
      ...(foreignEpoch !== undefined && foreign !== undefined && foreign.status !== 410 && foreign.status !== 400
        ? [atStatus(foreignEpoch, `status ${foreign.status} instead of 410 for a cursor of another epoch`)]
        : []),
      ...(fromHead !== undefined && kept?.status === 410 && !isNewEpoch
        ? [atStatus(fromHead, 'status 410 for the cursor of a reader that was at the head minutes ago')]
        : []),
    ];
    if (findings.length === 0 && foreign === undefined && kept === undefined)
      return notTested('out-of-sight', 'no cursor shows its epoch, and none led on from the head');
    const seen = [
      ...(foreign === undefined ? [] : ['a cursor of another epoch']),
      ...(kept === undefined ? [] : ['the cursor of a reader at the head']),
    ];
    return failedIfAny(findings, seen.join(' and '));
  },
});
