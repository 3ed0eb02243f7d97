import { lists, nodeFollowed, parties } from '../../../evidence/federation/following.ts';
import { notices } from '../../../evidence/federation/notices.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { failed, inapplicable, passed } from '../../verdict.ts';

/** FED-035: Nobody ends what others began. */
export const foreignUndoIgnored: Check = defineCheck({
  name: 'foreign-undo-ignored',
  requirement: 'FED-035',
  title: 'Nobody undoes what others did',
  fault: 'An Undo that another has signed ends a following.',
  consumerLoses: 'Anyone can cut nodes off from each other.',
  whatToDo: 'Compare the actor of the Undo with the actor of the Follow.',
  needs: { parties, nodeFollowed, notices },
  judge({ parties: { actors }, nodeFollowed: { followers: before }, notices: { followers } }) {
    if (before === undefined || !lists(before, actors.node) || followers === undefined)
      return inapplicable('the node was not among the followers that are listed');
    return lists(followers, actors.node)
      ? passed('a Follow that another tried to undo')
      : failed([atPointer(followers.exchange, '', `${actors.node.id} is no longer listed: a person undid its Follow`)]);
  },
});
