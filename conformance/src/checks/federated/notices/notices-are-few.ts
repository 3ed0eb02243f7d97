import { notices } from '../../../evidence/federation/notices.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atReceived } from '../../finding.ts';
import { failed, inapplicable, passed } from '../../verdict.ts';

const noticesMax = 10;
const halfAMinuteMs = 30_000;

/** FED-040: Notices are few. */
export const noticesAreFew: Check = defineCheck({
  name: 'notices-are-few',
  requirement: 'FED-040',
  title: 'Notices are few',
  fault: 'A node got more than ten notices in half a minute.',
  consumerLoses: 'Every change costs every follower a request: large deliveries drown them.',
  whatToDo: 'Gather changes for some seconds, and send one notice of them.',
  needs: { notices },
  judge({ notices: { toNode } }) {
    const crowded = toNode.find((last, at) => {
      const first = toNode[at - noticesMax];
      return first !== undefined && last.receivedMs - first.receivedMs <= halfAMinuteMs;
    });
    if (crowded !== undefined)
      return failed([atReceived(crowded, '', `more than ${noticesMax} notices in half a minute`)]);
    return toNode.length > 0 ? passed(`${toNode.length} notices`) : inapplicable('no notice came while it was tested');
  },
});
