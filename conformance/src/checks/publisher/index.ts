import type { Check } from '../check.ts';
import { latestStatement } from '../unobservable.ts';
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
import { crawlersWelcome } from './documents/crawlers-welcome.ts';
import { deletedAreGone } from './documents/deleted-are-gone.ts';
import { embeddedAgrees } from './documents/embedded-agrees.ts';
import { embeddedDescription } from './documents/embedded-description.ts';
import { embeddedEscaped } from './documents/embedded-escaped.ts';
import { homePage } from './documents/home-page.ts';
import { idAnswers } from './documents/id-answers.ts';
import { shownWithoutScripts } from './documents/shown-without-scripts.ts';
import { sitemapLists } from './documents/sitemap-lists.ts';
import { textStaysText } from './documents/text-stays-text.ts';
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
import { chosenStatement } from './identity/chosen-statement.ts';
import { gtinOnce } from './identity/gtin-once.ts';
import { gtinProductKey } from './identity/gtin-product-key.ts';
import { gtinUnrestricted } from './identity/gtin-unrestricted.ts';
import { gtinValid } from './identity/gtin-valid.ts';
import { idForm } from './identity/id-form.ts';
import { offerCode } from './identity/offer-code.ts';
import { offerKey } from './identity/offer-key.ts';
import { ownReferences } from './identity/own-references.ts';
import { ownSubjects } from './identity/own-subjects.ts';
import { plainKeys } from './identity/plain-keys.ts';
import { segmentAndKind } from './identity/segment-and-kind.ts';
import { skuProductKey } from './identity/sku-product-key.ts';
import { statementsKept } from './identity/statements-kept.ts';
import { deliveryTime } from './licence-and-freshness/delivery-time.ts';
import { mapLicence } from './licence-and-freshness/map-licence.ts';
import { observedBefore } from './licence-and-freshness/observed-before.ts';
import { observedWithValues } from './licence-and-freshness/observed-with-values.ts';
import { openLicence } from './licence-and-freshness/open-licence.ts';
import { pageSeenWhen } from './licence-and-freshness/page-seen-when.ts';
import { sourceLicence } from './licence-and-freshness/source-licence.ts';
import { sourceNamed } from './licence-and-freshness/source-named.ts';
import { sourceShown } from './licence-and-freshness/source-shown.ts';
import { encrypted } from './public-values/encrypted.ts';
import { noAccount } from './public-values/no-account.ts';
import { noCookies } from './public-values/no-cookies.ts';
import { ownRequests } from './public-values/own-requests.ts';
import { sameForAll } from './public-values/same-for-all.ts';
import { shownIsInFeed } from './public-values/shown-is-in-feed.ts';
import { cleanText } from './vocabulary/clean-text.ts';
import { dataContext } from './vocabulary/data-context.ts';
import { endsAfterStarts } from './vocabulary/ends-after-starts.ts';
import { languageMaps } from './vocabulary/language-maps.ts';
import { listedTypes } from './vocabulary/listed-types.ts';
import { money } from './vocabulary/money.ts';
import { openingHoursSyntax } from './vocabulary/opening-hours-syntax.ts';
import { otherNames } from './vocabulary/other-names.ts';
import { ownContext } from './vocabulary/own-context.ts';
import { pointAccuracy } from './vocabulary/point-accuracy.ts';
import { requiredProperties } from './vocabulary/required-properties.ts';
import { salePrice } from './vocabulary/sale-price.ts';
import { schemaOrgIris } from './vocabulary/schema-org-iris.ts';
import { stockLevel } from './vocabulary/stock-level.ts';
import { timeForm } from './vocabulary/time-form.ts';
import { valuesFit } from './vocabulary/values-fit.ts';
import { wholeNumbers } from './vocabulary/whole-numbers.ts';

/** The checks of publisher, in the order of its requirements. */
export const publisherChecks: readonly Check[] = [
  idForm,
  segmentAndKind,
  plainKeys,
  ownSubjects,
  gtinProductKey,
  skuProductKey,
  offerKey,
  gtinValid,
  gtinUnrestricted,
  gtinOnce,
  statementsKept,
  chosenStatement,
  latestStatement,
  ownReferences,
  offerCode,
  requiredProperties,
  listedTypes,
  valuesFit,
  otherNames,
  schemaOrgIris,
  ownContext,
  dataContext,
  cleanText,
  languageMaps,
  money,
  salePrice,
  timeForm,
  wholeNumbers,
  stockLevel,
  openingHoursSyntax,
  pointAccuracy,
  endsAfterStarts,
  idAnswers,
  embeddedDescription,
  embeddedAgrees,
  embeddedEscaped,
  shownWithoutScripts,
  textStaysText,
  deletedAreGone,
  homePage,
  sitemapLists,
  crawlersWelcome,
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
  sourceLicence,
  sourceNamed,
  openLicence,
  sourceShown,
  mapLicence,
  deliveryTime,
  observedBefore,
  observedWithValues,
  pageSeenWhen,
  ownRequests,
  noCookies,
  noAccount,
  sameForAll,
  shownIsInFeed,
  encrypted,
];
