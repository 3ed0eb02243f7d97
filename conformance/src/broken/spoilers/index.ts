import type { Spoiler } from '../spoiler.ts';
import { chainForgotten } from './checkpoint/chain-forgotten.ts';
import { checkpointLags } from './checkpoint/checkpoint-lags.ts';
import { checkpointOfAnotherFeed } from './checkpoint/checkpoint-of-another-feed.ts';
import { checkpointOfTomorrow } from './checkpoint/checkpoint-of-tomorrow.ts';
import { contextInHash } from './checkpoint/context-in-hash.ts';
import { headWithoutCheckpoint } from './checkpoint/head-without-checkpoint.ts';
import { keyNotListed } from './checkpoint/key-not-listed.ts';
import { keyTakenOff } from './checkpoint/key-taken-off.ts';
import { newKeyUnsigned } from './checkpoint/new-key-unsigned.ts';
import { noCheckpoint } from './checkpoint/no-checkpoint.ts';
import { noRecoveryKey } from './checkpoint/no-recovery-key.ts';
import { oneTooMany } from './checkpoint/one-too-many.ts';
import { previousInWords } from './checkpoint/previous-in-words.ts';
import { signedByAnother } from './checkpoint/signed-by-another.ts';
import { staleCheckpointAtHead } from './checkpoint/stale-checkpoint-at-head.ts';
import { timeGoesBack } from './checkpoint/time-goes-back.ts';
import { twoDigestsOfOneHead } from './checkpoint/two-digests-of-one-head.ts';
import { wrongDigest } from './checkpoint/wrong-digest.ts';
import { descriptionIsHtml } from './description/description-is-html.ts';
import { foreignContext } from './description/foreign-context.ts';
import { foreignController } from './description/foreign-controller.ts';
import { halfAType } from './description/half-a-type.ts';
import { noArea } from './description/no-area.ts';
import { noClaims } from './description/no-claims.ts';
import { noContact } from './description/no-contact.ts';
import { noDescription } from './description/no-description.ts';
import { otherEpochDescribed } from './description/other-epoch-described.ts';
import { otherLicence } from './description/other-licence.ts';
import { registriesWithoutAddress } from './description/registries-without-address.ts';
import { softwareWithoutVersion } from './description/software-without-version.ts';
import { statutesWithoutAddress } from './description/statutes-without-address.ts';
import { tombstoneDaysAsText } from './description/tombstone-days-as-text.ts';
import { changeStaysInPlace } from './feed/change-stays-in-place.ts';
import { changeWithoutChange } from './feed/change-without-change.ts';
import { emptyPageLeadsOn } from './feed/empty-page-leads-on.ts';
import { endlessPage } from './feed/endless-page.ts';
import { entriesInDisorder } from './feed/entries-in-disorder.ts';
import { entrySkipped } from './feed/entry-skipped.ts';
import { entryWithoutPublished } from './feed/entry-without-published.ts';
import { epochPerPage } from './feed/epoch-per-page.ts';
import { feedIsHtml } from './feed/feed-is-html.ts';
import { goneWithoutTombstone } from './feed/gone-without-tombstone.ts';
import { idPerPage } from './feed/id-per-page.ts';
import { licenceInWords } from './feed/licence-in-words.ts';
import { nextIsGone } from './feed/next-is-gone.ts';
import { noRelation } from './feed/no-relation.ts';
import { noSequencePath } from './feed/no-sequence-path.ts';
import { oldEntryStays } from './feed/old-entry-stays.ts';
import { pageWithForeignContext } from './feed/page-with-foreign-context.ts';
import { pageWithoutType } from './feed/page-without-type.ts';
import { placeDeletedAlone } from './feed/place-deleted-alone.ts';
import { positionAsText } from './feed/position-as-text.ts';
import { positionToldTwice } from './feed/position-told-twice.ts';
import { publishedElsewhen } from './feed/published-elsewhen.ts';
import { restoredInSilence } from './feed/restored-in-silence.ts';
import { tombstoneDropped } from './feed/tombstone-dropped.ts';
import { tombstoneWithData } from './feed/tombstone-with-data.ts';
import { tombstonesForAWeek } from './feed/tombstones-for-a-week.ts';
import { versionOfContent } from './feed/version-of-content.ts';
import { viewOfAnotherPage } from './feed/view-of-another-page.ts';
import { walkInCircles } from './feed/walk-in-circles.ts';
import { federationSpoilers } from './federation/index.ts';
import { liveSpoilers } from './live/index.ts';
import { identitySpoilers } from './identity/index.ts';
import { vocabularySpoilers } from './vocabulary/index.ts';
import { documentsSpoilers } from './documents/index.ts';
import { licenceSpoilers } from './licence-and-freshness/index.ts';
import { publicValueSpoilers } from './public-values/index.ts';
import { searchSpoilers } from './search/index.ts';

/** Every way in which the tiny publisher can be broken, listed by hand. */
export const spoilers: readonly Spoiler[] = [
  noDescription,
  descriptionIsHtml,
  foreignContext,
  halfAType,
  noContact,
  otherLicence,
  noArea,
  softwareWithoutVersion,
  noClaims,
  tombstoneDaysAsText,
  otherEpochDescribed,
  foreignController,
  statutesWithoutAddress,
  registriesWithoutAddress,
  feedIsHtml,
  pageWithoutType,
  pageWithForeignContext,
  idPerPage,
  endlessPage,
  entriesInDisorder,
  emptyPageLeadsOn,
  walkInCircles,
  nextIsGone,
  oldEntryStays,
  entrySkipped,
  entryWithoutPublished,
  tombstoneWithData,
  positionAsText,
  changeStaysInPlace,
  versionOfContent,
  publishedElsewhen,
  changeWithoutChange,
  goneWithoutTombstone,
  tombstonesForAWeek,
  tombstoneDropped,
  placeDeletedAlone,
  epochPerPage,
  restoredInSilence,
  noSequencePath,
  viewOfAnotherPage,
  noRelation,
  positionToldTwice,
  licenceInWords,
  noCheckpoint,
  previousInWords,
  headWithoutCheckpoint,
  staleCheckpointAtHead,
  checkpointOfAnotherFeed,
  checkpointLags,
  oneTooMany,
  checkpointOfTomorrow,
  contextInHash,
  wrongDigest,
  chainForgotten,
  timeGoesBack,
  twoDigestsOfOneHead,
  signedByAnother,
  keyNotListed,
  keyTakenOff,
  newKeyUnsigned,
  noRecoveryKey,
  ...liveSpoilers,
  ...identitySpoilers,
  ...vocabularySpoilers,
  ...documentsSpoilers,
  ...licenceSpoilers,
  ...publicValueSpoilers,
  ...searchSpoilers,
  ...federationSpoilers,
];
