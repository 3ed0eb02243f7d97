import type { Check } from '../check.ts';
import { actorAsActivity } from './actor/actor-as-activity.ts';
import { actorMembers } from './actor/actor-members.ts';
import { actorNamed } from './actor/actor-named.ts';
import { ed25519Key } from './actor/ed25519-key.ts';
import { linkedToDescription } from './actor/linked-to-description.ts';
import { peopleToPage } from './actor/people-to-page.ts';
import { rsaKey } from './actor/rsa-key.ts';
import { sharedInbox } from './actor/shared-inbox.ts';
import { wantsToBeFound } from './actor/wants-to-be-found.ts';
import { collectionsEnd } from './collections/collections-end.ts';
import { nodesListed } from './collections/nodes-listed.ts';
import { outboxItems } from './collections/outbox-items.ts';
import { peopleNotListed } from './collections/people-not-listed.ts';
import { addressLeadsToActor } from './discovery/address-leads-to-actor.ts';
import { handleLeadsToActor } from './discovery/handle-leads-to-actor.ts';
import { handleLeadsToPage } from './discovery/handle-leads-to-page.ts';
import { nodeInfoProtocol } from './discovery/node-info-protocol.ts';
import { nodeInfoValid } from './discovery/node-info-valid.ts';
import { webFingerOpen } from './discovery/web-finger-open.ts';
import { whoIsNotHere } from './discovery/who-is-not-here.ts';
import { deliveriesSigned } from './following/deliveries-signed.ts';
import { firstKnock } from './following/first-knock.ts';
import { followAccepted } from './following/follow-accepted.ts';
import { foreignUndoIgnored } from './following/foreign-undo-ignored.ts';
import { undoEnds } from './following/undo-ends.ts';
import { draftCavageTaken } from './inbox/draft-cavage-taken.ts';
import { notCoveredRefused } from './inbox/not-covered-refused.ts';
import { notJsonRefused } from './inbox/not-json-refused.ts';
import { otherActorRefused } from './inbox/other-actor-refused.ts';
import { otherBodyRefused } from './inbox/other-body-refused.ts';
import { otherKeyRefused } from './inbox/other-key-refused.ts';
import { otherTimeRefused } from './inbox/other-time-refused.ts';
import { refusalsExplained } from './inbox/refusals-explained.ts';
import { rfc9421Taken } from './inbox/rfc-9421-taken.ts';
import { skewTolerated } from './inbox/skew-tolerated.ts';
import { takenOnce } from './inbox/taken-once.ts';
import { toldToWait } from './inbox/told-to-wait.ts';
import { tooLargeRefused } from './inbox/too-large-refused.ts';
import { unsignedRefused } from './inbox/unsigned-refused.ts';
import { movedActorStays } from './moving/moved-actor-stays.ts';
import { movedThingsLeadOn } from './moving/moved-things-lead-on.ts';
import { noticeOfChange } from './notices/notice-of-change.ts';
import { noticesAreFew } from './notices/notices-are-few.ts';
import { noticesForNodes } from './notices/notices-for-nodes.ts';

/** The checks of federated, in the order of its requirements. */
export const federatedChecks: readonly Check[] = [
  actorNamed,
  actorAsActivity,
  actorMembers,
  linkedToDescription,
  rsaKey,
  ed25519Key,
  peopleToPage,
  wantsToBeFound,
  sharedInbox,
  handleLeadsToActor,
  addressLeadsToActor,
  handleLeadsToPage,
  whoIsNotHere,
  webFingerOpen,
  nodeInfoValid,
  nodeInfoProtocol,
  collectionsEnd,
  outboxItems,
  peopleNotListed,
  nodesListed,
  unsignedRefused,
  draftCavageTaken,
  rfc9421Taken,
  otherBodyRefused,
  otherKeyRefused,
  otherActorRefused,
  notCoveredRefused,
  otherTimeRefused,
  skewTolerated,
  tooLargeRefused,
  notJsonRefused,
  takenOnce,
  refusalsExplained,
  toldToWait,
  followAccepted,
  undoEnds,
  foreignUndoIgnored,
  deliveriesSigned,
  firstKnock,
  noticeOfChange,
  noticesForNodes,
  noticesAreFew,
  movedThingsLeadOn,
  movedActorStays,
];
