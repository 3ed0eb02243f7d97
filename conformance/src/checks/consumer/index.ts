import type { ConsumerCheck } from '../../consumer/consumer-check.ts';
import { asksAgain } from './asks-again.ts';
import { beginsAnewInNewEpoch } from './begins-anew-in-new-epoch.ts';
import { beginsAnewWhenGone } from './begins-anew-when-gone.ts';
import { comparesDigest } from './compares-digest.ts';
import { doesNotCircle } from './does-not-circle.ts';
import { doesNotHurry } from './does-not-hurry.ts';
import { fetchesNoContext } from './fetches-no-context.ts';
import { followsNext } from './follows-next.ts';
import { followsRedirects } from './follows-redirects.ts';
import { goesOnFromNext } from './goes-on-from-next.ts';
import { highestPositionHolds } from './highest-position-holds.ts';
import { keepsWhatRefersAhead } from './keeps-what-refers-ahead.ts';
import { leavesTheEndless } from './leaves-the-endless.ts';
import { leavesWhatStandsStill } from './leaves-what-stands-still.ts';
import { readsInPieces } from './reads-in-pieces.ts';
import { readsToTheHead } from './reads-to-the-head.ts';
import { refusesForeignEntries } from './refuses-foreign-entries.ts';
import { refusesHalfPages } from './refuses-half-pages.ts';
import { refusesMalformedEntries } from './refuses-malformed-entries.ts';
import { saysWhoItIs } from './says-who-it-is.ts';
import { sendsEtag } from './sends-etag.ts';
import { staysWhenNextLeadsAway } from './stays-when-next-leads-away.ts';
import { staysWhenRedirected } from './stays-when-redirected.ts';
import { takesCompressed } from './takes-compressed.ts';
import { takesNotModified } from './takes-not-modified.ts';
import { tombstonesErase } from './tombstones-erase.ts';
import { waitsAsTold } from './waits-as-told.ts';

/** Every check of readers, in the order of the requirements. */
export const consumerChecks: readonly ConsumerCheck[] = [
  followsNext,
  readsToTheHead,
  goesOnFromNext,
  highestPositionHolds,
  tombstonesErase,
  keepsWhatRefersAhead,
  beginsAnewWhenGone,
  beginsAnewInNewEpoch,
  comparesDigest,
  doesNotCircle,
  sendsEtag,
  takesNotModified,
  waitsAsTold,
  asksAgain,
  refusesHalfPages,
  readsInPieces,
  leavesWhatStandsStill,
  leavesTheEndless,
  followsRedirects,
  staysWhenRedirected,
  staysWhenNextLeadsAway,
  refusesForeignEntries,
  refusesMalformedEntries,
  fetchesNoContext,
  saysWhoItIs,
  doesNotHurry,
  takesCompressed,
];
