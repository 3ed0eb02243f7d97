import type { Check } from '../check.ts';
import { checkpointAnswered } from './checkpoint/checkpoint-answered.ts';
import { checkpointAtHead } from './checkpoint/checkpoint-at-head.ts';
import { checkpointKey } from './checkpoint/checkpoint-key.ts';
import { checkpointMembers } from './checkpoint/checkpoint-members.ts';
import { checkpointOfThisFeed } from './checkpoint/checkpoint-of-this-feed.ts';
import { checkpointSignature } from './checkpoint/checkpoint-signature.ts';
import { checkpointTime } from './checkpoint/checkpoint-time.ts';
import { checkpointsGrow } from './checkpoint/checkpoints-grow.ts';
import { dataHash } from './checkpoint/data-hash.ts';
import { keysListed } from './checkpoint/keys-listed.ts';
import { liveCount } from './checkpoint/live-count.ts';
import { newKeysSigned } from './checkpoint/new-keys-signed.ts';
import { nothingAboveCheckpoint } from './checkpoint/nothing-above-checkpoint.ts';
import { previousCheckpoint } from './checkpoint/previous-checkpoint.ts';
import { recoveryKey } from './checkpoint/recovery-key.ts';
import { sameHeadSameSet } from './checkpoint/same-head-same-set.ts';
import { setDigest } from './checkpoint/set-digest.ts';
import { areaServed } from './description/area-served.ts';
import { claimedClasses } from './description/claimed-classes.ts';
import { descriptionAnswered } from './description/description-answered.ts';
import { descriptionLicence } from './description/description-licence.ts';
import { feedFacts } from './description/feed-facts.ts';
import { feedMembers } from './description/feed-members.ts';
import { legalForm } from './description/legal-form.ts';
import { oneOrigin } from './description/one-origin.ts';
import { operator } from './description/operator.ts';
import { publisherIdentity } from './description/publisher-identity.ts';
import { registries } from './description/registries.ts';
import { software } from './description/software.ts';
import { changesMoveUp } from './feed/changes-move-up.ts';
import { eachThingOnce } from './feed/each-thing-once.ts';
import { emptyPages } from './feed/empty-pages.ts';
import { entriesAsRdf } from './feed/entries-as-rdf.ts';
import { entriesMax } from './feed/entries-max.ts';
import { entryData } from './feed/entry-data.ts';
import { entryMembers } from './feed/entry-members.ts';
import { feedLicence } from './feed/feed-licence.ts';
import { newEpochAfterRestore } from './feed/new-epoch-after-restore.ts';
import { nextLeadsOn } from './feed/next-leads-on.ts';
import { noDanglingReferences } from './feed/no-dangling-references.ts';
import { noEmptyChanges } from './feed/no-empty-changes.ts';
import { nothingMissed } from './feed/nothing-missed.ts';
import { oneEpoch } from './feed/one-epoch.ts';
import { oneStreamId } from './feed/one-stream-id.ts';
import { pageContext } from './feed/page-context.ts';
import { pageIsJson } from './feed/page-is-json.ts';
import { pageMembers } from './feed/page-members.ts';
import { pageView } from './feed/page-view.ts';
import { positionRange } from './feed/position-range.ts';
import { positionsGrow } from './feed/positions-grow.ts';
import { publishedTime } from './feed/published-time.ts';
import { relationToNext } from './feed/relation-to-next.ts';
import { streamMembers } from './feed/stream-members.ts';
import { tombstoneForDeleted } from './feed/tombstone-for-deleted.ts';
import { tombstonesStay } from './feed/tombstones-stay.ts';
import { versionAddress } from './feed/version-address.ts';

/** The checks of publisher, in the order of its requirements. */
export const publisherChecks: readonly Check[] = [
  pageIsJson,
  pageMembers,
  pageContext,
  oneStreamId,
  entriesMax,
  positionsGrow,
  emptyPages,
  nextLeadsOn,
  eachThingOnce,
  nothingMissed,
  entryMembers,
  entryData,
  positionRange,
  changesMoveUp,
  versionAddress,
  publishedTime,
  noEmptyChanges,
  tombstoneForDeleted,
  tombstonesStay,
  noDanglingReferences,
  oneEpoch,
  newEpochAfterRestore,
  streamMembers,
  pageView,
  relationToNext,
  entriesAsRdf,
  feedLicence,
  checkpointAnswered,
  checkpointMembers,
  checkpointAtHead,
  checkpointOfThisFeed,
  nothingAboveCheckpoint,
  liveCount,
  checkpointTime,
  dataHash,
  setDigest,
  previousCheckpoint,
  checkpointsGrow,
  sameHeadSameSet,
  checkpointSignature,
  checkpointKey,
  keysListed,
  newKeysSigned,
  recoveryKey,
  descriptionAnswered,
  publisherIdentity,
  operator,
  descriptionLicence,
  areaServed,
  software,
  claimedClasses,
  feedFacts,
  feedMembers,
  oneOrigin,
  legalForm,
  registries,
];
