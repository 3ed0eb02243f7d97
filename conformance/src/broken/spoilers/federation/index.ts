import type { Spoiler } from '../../spoiler.ts';
import { actorAsJson } from './actor-as-json.ts';
import { actorIsService } from './actor-is-service.ts';
import { actorVariesNot } from './actor-varies-not.ts';
import { actorWithoutPage } from './actor-without-page.ts';
import { addressUnknown } from './address-unknown.ts';
import { anyKnownKey } from './any-known-key.ts';
import { anySizeTaken } from './any-size-taken.ts';
import { anyTimeTaken } from './any-time-taken.ts';
import { anyoneUndoes } from './anyone-undoes.ts';
import { bodyNotCompared } from './body-not-compared.ts';
import { brokenJsonTaken } from './broken-json-taken.ts';
import { busyWithoutATime } from './busy-without-a-time.ts';
import { clocksToTheMinute } from './clocks-to-the-minute.ts';
import { countsTwice } from './counts-twice.ts';
import { coversAnything } from './covers-anything.ts';
import { draftUnknown } from './draft-unknown.ts';
import { everybodyIsHere } from './everybody-is-here.ts';
import { fingerAsJson } from './finger-as-json.ts';
import { fingerClosedToScripts } from './finger-closed-to-scripts.ts';
import { followersUncounted } from './followers-uncounted.ts';
import { handleOfAnother } from './handle-of-another.ts';
import { handleWithoutPage } from './handle-without-page.ts';
import { keyOfNobody } from './key-of-nobody.ts';
import { keyOwnerBelieved } from './key-owner-believed.ts';
import { knocksByRfc } from './knocks-by-rfc.ts';
import { linkToPageOnly } from './link-to-page-only.ts';
import { movedIsGone } from './moved-is-gone.ts';
import { movedToNowhere } from './moved-to-nowhere.ts';
import { neverAccepts } from './never-accepts.ts';
import { noActorNamed } from './no-actor-named.ts';
import { noEd25519Key } from './no-ed25519-key.ts';
import { noNotices } from './no-notices.ts';
import { noRsaKey } from './no-rsa-key.ts';
import { noSharedInbox } from './no-shared-inbox.ts';
import { nodeInfoOfAnotherProtocol } from './node-info-of-another-protocol.ts';
import { nodeInfoWithSchema } from './node-info-with-schema.ts';
import { nodesNotListed } from './nodes-not-listed.ts';
import { notToBeFound } from './not-to-be-found.ts';
import { noticeForEachChange } from './notice-for-each-change.ts';
import { noticeWithData } from './notice-with-data.ts';
import { noticesForPeople } from './notices-for-people.ts';
import { outboxInCircles } from './outbox-in-circles.ts';
import { peopleListed } from './people-listed.ts';
import { postsOfNobody } from './posts-of-nobody.ts';
import { refusalsWithoutWords } from './refusals-without-words.ts';
import { rfcUnknown } from './rfc-unknown.ts';
import { sendsUnsigned } from './sends-unsigned.ts';
import { signatureNotVerified } from './signature-not-verified.ts';
import { signsForAnother } from './signs-for-another.ts';
import { undoForgotten } from './undo-forgotten.ts';
import { unsignedTaken } from './unsigned-taken.ts';

/** Every way in which a publisher that federates can be broken, listed by hand. */
export const federationSpoilers: readonly Spoiler[] = [
  noActorNamed,
  actorAsJson,
  actorIsService,
  linkToPageOnly,
  noRsaKey,
  keyOfNobody,
  noEd25519Key,
  actorWithoutPage,
  actorVariesNot,
  notToBeFound,
  noSharedInbox,
  handleOfAnother,
  fingerAsJson,
  addressUnknown,
  handleWithoutPage,
  everybodyIsHere,
  fingerClosedToScripts,
  nodeInfoWithSchema,
  nodeInfoOfAnotherProtocol,
  outboxInCircles,
  followersUncounted,
  postsOfNobody,
  peopleListed,
  nodesNotListed,
  unsignedTaken,
  draftUnknown,
  rfcUnknown,
  bodyNotCompared,
  signatureNotVerified,
  anyKnownKey,
  signsForAnother,
  keyOwnerBelieved,
  coversAnything,
  anyTimeTaken,
  clocksToTheMinute,
  anySizeTaken,
  brokenJsonTaken,
  countsTwice,
  refusalsWithoutWords,
  busyWithoutATime,
  neverAccepts,
  undoForgotten,
  anyoneUndoes,
  sendsUnsigned,
  knocksByRfc,
  noNotices,
  noticeWithData,
  noticesForPeople,
  noticeForEachChange,
  movedIsGone,
  movedToNowhere,
];
