import { lists, nodeFollowed, parties } from '../../../evidence/federation/following.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { failed, inapplicable, passed } from '../../verdict.ts';

/** FED-019: Nodes are listed. */
export const nodesListed: Check = defineCheck({
  name: 'nodes-listed',
  requirement: 'FED-019',
  title: 'Nodes that follow are listed',
  fault: 'A node that follows is not among the followers.',
  consumerLoses: 'Nobody can see which nodes hold the data of the publisher.',
  whatToDo: 'List the ids of actors that link to a node description, and are linked back from there.',
  needs: { parties, nodeFollowed },
  judge({ parties: { actors }, nodeFollowed: { accept, followers } }) {
    if (accept === undefined) return inapplicable('no node was accepted as a follower');
    if (followers === undefined) return inapplicable('there are no followers to be read');
    return lists(followers, actors.node)
      ? passed(`${followers.items.length} followers that are listed`)
      : failed([atPointer(followers.exchange, '', `${actors.node.id} is a node that follows, and not listed`)]);
  },
});
