import { notices } from '../../../evidence/federation/notices.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atReceived } from '../../finding.ts';
import { failed, inapplicable, passed } from '../../verdict.ts';

/** FED-039: Notices are for nodes. */
export const noticesForNodes: Check = defineCheck({
  name: 'notices-for-nodes',
  requirement: 'FED-039',
  title: 'Notices go to nodes only',
  fault: 'A person who follows got a notice.',
  consumerLoses: 'People find an edited nothing in their timeline each time that a price changes.',
  whatToDo: 'Send notices to actors only that link to a node description, and are linked back from there.',
  needs: { notices },
  judge({ notices: { person, toNode, toPerson, hasChanged } }) {
    if (person?.accept === undefined) return inapplicable('no person was accepted as a follower');
    const [first] = toPerson;
    if (first !== undefined)
      return failed([atReceived(first, '/requestBody', 'a notice for a person')], toPerson.length);
    return toNode.length > 0 || hasChanged === true
      ? passed('a change of the feed')
      : inapplicable('nothing changed while it was tested');
  },
});
