import type { BrokenReader } from '../broken-reader.ts';
import { alwaysFromTheStart } from './always-from-the-start.ts';
import { believesEveryone } from './believes-everyone.ts';
import { checksNoEntries } from './checks-no-entries.ts';
import { comparesNothing } from './compares-nothing.ts';
import { dropsWhatRefersAhead } from './drops-what-refers-ahead.ts';
import { dropsWholePages } from './drops-whole-pages.ts';
import { fetchesContexts } from './fetches-contexts.ts';
import { followsNoRedirects } from './follows-no-redirects.ts';
import { goesWhereItIsSent } from './goes-where-it-is-sent.ts';
import { goesWhereNextLeads } from './goes-where-next-leads.ts';
import { hurries } from './hurries.ts';
import { keepsNoEtags } from './keeps-no-etags.ts';
import { keepsTheDeleted } from './keeps-the-deleted.ts';
import { lastMetHolds } from './last-met-holds.ts';
import { makesAddresses } from './makes-addresses.ts';
import { overlooksEpochs } from './overlooks-epochs.ts';
import { panicsAtErrors } from './panics-at-errors.ts';
import { readsOnePage } from './reads-one-page.ts';
import { salvagesHalfPages } from './salvages-half-pages.ts';
import { saysNothingOfItself } from './says-nothing-of-itself.ts';
import { stumblesOverNotModified } from './stumbles-over-not-modified.ts';
import { takesEverything } from './takes-everything.ts';
import { takesGoneForTheEnd } from './takes-gone-for-the-end.ts';
import { takesNoHints } from './takes-no-hints.ts';
import { tearsLetters } from './tears-letters.ts';
import { waitsForEver } from './waits-for-ever.ts';
import { walksInCircles } from './walks-in-circles.ts';
import { wantsItPlain } from './wants-it-plain.ts';

/** Every broken reader, in the order of the checks that fail on them. */
export const brokenReaders: readonly BrokenReader[] = [
  makesAddresses,
  readsOnePage,
  alwaysFromTheStart,
  lastMetHolds,
  keepsTheDeleted,
  dropsWhatRefersAhead,
  takesGoneForTheEnd,
  overlooksEpochs,
  comparesNothing,
  walksInCircles,
  keepsNoEtags,
  stumblesOverNotModified,
  takesNoHints,
  panicsAtErrors,
  salvagesHalfPages,
  tearsLetters,
  waitsForEver,
  takesEverything,
  followsNoRedirects,
  goesWhereItIsSent,
  goesWhereNextLeads,
  believesEveryone,
  checksNoEntries,
  dropsWholePages,
  fetchesContexts,
  saysNothingOfItself,
  hurries,
  wantsItPlain,
];
