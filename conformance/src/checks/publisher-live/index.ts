import type { Check } from '../check.ts';
import { addressesFromSettings } from './answers/addresses-from-settings.ts';
import { etagsDiffer } from './answers/etags-differ.ts';
import { etagsThere } from './answers/etags-there.ts';
import { headAsGet } from './answers/head-as-get.ts';
import { notModified } from './answers/not-modified.ts';
import { openToScripts } from './answers/open-to-scripts.ts';
import { problemDetails } from './answers/problem-details.ts';
import { unknownAndDeleted } from './answers/unknown-and-deleted.ts';
import { compression } from './caches/compression.ts';
import { fullPages } from './caches/full-pages.ts';
import { howLongPagesKeep } from './caches/how-long-pages-keep.ts';
import { afterPosition } from './cursors/after-position.ts';
import { cursorsWithoutSense } from './cursors/cursors-without-sense.ts';
import { firstWalkFinishes } from './cursors/first-walk-finishes.ts';
import { fromPosition } from './cursors/from-position.ts';
import { whenToBeginAgain } from './cursors/when-to-begin-again.ts';
import { descriptionAtRoot } from './description/description-at-root.ts';
import { servedAsJsonLd } from './description/served-as-json-ld.ts';
import { documentsByAccept } from './negotiation/documents-by-accept.ts';
import { documentsSayWhatTheFeedSays } from './negotiation/documents-say-what-the-feed-says.ts';
import { feedByAccept } from './negotiation/feed-by-accept.ts';
import { notAcceptable } from './negotiation/not-acceptable.ts';
import { pagesLinkToData } from './negotiation/pages-link-to-data.ts';
import { plainJsonLinksToContext } from './negotiation/plain-json-links-to-context.ts';
import { quadsSayTheSame } from './negotiation/quads-say-the-same.ts';
import { varyAccept } from './negotiation/vary-accept.ts';
import { onePath } from './rpde/one-path.ts';
import { rpdeGate } from './rpde/rpde-gate.ts';

/** The checks of publisher-live, in the order of its requirements. */
export const publisherLiveChecks: readonly Check[] = [
  documentsByAccept,
  documentsSayWhatTheFeedSays,
  varyAccept,
  pagesLinkToData,
  notAcceptable,
  feedByAccept,
  plainJsonLinksToContext,
  quadsSayTheSame,
  etagsThere,
  etagsDiffer,
  notModified,
  headAsGet,
  openToScripts,
  unknownAndDeleted,
  problemDetails,
  addressesFromSettings,
  whenToBeginAgain,
  firstWalkFinishes,
  fromPosition,
  afterPosition,
  cursorsWithoutSense,
  howLongPagesKeep,
  compression,
  fullPages,
  onePath,
  rpdeGate,
  descriptionAtRoot,
  servedAsJsonLd,
];
