import { parties, personFollowed } from '../../../evidence/federation/following.ts';
import { notices } from '../../../evidence/federation/notices.ts';
import { idOf } from '../../../evidence/federation/values.ts';
import { type Check, defineCheck } from '../../check.ts';
import { atPointer } from '../../finding.ts';
import { failed, inapplicable, passed } from '../../verdict.ts';

/** FED-018: People are not listed. */
export const peopleNotListed: Check = defineCheck({
  name: 'people-not-listed',
  requirement: 'FED-018',
  title: 'People who follow are not listed',
  fault: 'A person who follows is listed among the followers.',
  consumerLoses: 'Everyone can see who follows whom: people did not agree to that.',
  whatToDo: 'Count people in totalItems, and list nodes only.',
  needs: { parties, personFollowed, notices },
  judge({ parties: { actors }, personFollowed: followed, notices: { followers } }) {
    if (followed.accept === undefined) return inapplicable('no person was accepted as a follower');
    if (followers === undefined) return inapplicable('there are no followers to be read');
    const found = followers.items.find(({ value }) => idOf(value) === actors.person.id);
    return found === undefined
      ? passed(`${followers.items.length} followers that are listed`)
      : failed([atPointer(found.exchange, found.pointer, `${actors.person.id} is a person, and listed`)]);
  },
});
