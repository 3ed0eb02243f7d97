import { isTaken, lists, nodeFollowed, parties } from '../../../evidence/federation/following.ts';
import { undone } from '../../../evidence/federation/notices.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer, atStatus } from '../../finding.ts';
import { failed, inapplicable, passed, unanswered } from '../../verdict.ts';

/** FED-034: An Undo ends it. */
export const undoEnds: Check = defineCheck({
  name: 'undo-ends',
  requirement: 'FED-034',
  title: 'An Undo ends the following',
  fault: 'A node that undid its Follow is still among the followers.',
  consumerLoses: 'Nodes that no longer want to hear anything are still told.',
  whatToDo: 'Take the follower off when its own Undo comes.',
  needs: { parties, nodeFollowed, undone },
  judge({ parties: { actors }, nodeFollowed: { exchange: followed }, undone: { exchange, wasListed, followers } }) {
    if (!isTaken(followed)) return inapplicable('the Follow was not taken');
    if (exchange.answer === undefined) return unanswered(exchange);
    if (exchange.answer.status >= 300)
      return failed([atStatus(exchange, `status ${exchange.answer.status} for the Undo of an own Follow`)]);
    if (!wasListed || followers === undefined)
      return inapplicable('the node was not among the followers that are listed');
    return lists(followers, actors.node)
      ? failed([atPointer(followers.exchange, '', `${actors.node.id} undid its Follow, and is still listed`)])
      : passed('a node that undid its Follow');
  },
});
