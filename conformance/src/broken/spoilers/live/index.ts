import type { Spoiler } from '../../spoiler.ts';
import { alwaysAnew } from './always-anew.ts';
import { contextAsJson } from './context-as-json.ts';
import { contextInPlainJson } from './context-in-plain-json.ts';
import { deletedAsUnknown } from './deleted-as-unknown.ts';
import { documentBehindFeed } from './document-behind-feed.ts';
import { errorsAsPages } from './errors-as-pages.ts';
import { errorsClosedToScripts } from './errors-closed-to-scripts.ts';
import { etagForEver } from './etag-for-ever.ts';
import { foreignEpochTaken } from './foreign-epoch-taken.ts';
import { formForced } from './form-forced.ts';
import { forwardedHostBelieved } from './forwarded-host-believed.ts';
import { frontPageForAll } from './front-page-for-all.ts';
import { fullPageNotKept } from './full-page-not-kept.ts';
import { headKeptForAnHour } from './head-kept-for-an-hour.ts';
import { headNotAnswered } from './head-not-answered.ts';
import { kindOnlyInJsonLd } from './kind-only-in-json-ld.ts';
import { noEtagOnContext } from './no-etag-on-context.ts';
import { noLinkToContext } from './no-link-to-context.ts';
import { noStartAtPosition } from './no-start-at-position.ts';
import { noWayFromADump } from './no-way-from-a-dump.ts';
import { nonsenseTaken } from './nonsense-taken.ts';
import { nothingCompressed } from './nothing-compressed.ts';
import { oneQuadLost } from './one-quad-lost.ts';
import { pagesHalfFull } from './pages-half-full.ts';
import { pagesWithoutDataLink } from './pages-without-data-link.ts';
import { quadsAsText } from './quads-as-text.ts';
import { qualityIgnored } from './quality-ignored.ts';
import { readerAtHeadRefused } from './reader-at-head-refused.ts';
import { twoPaths } from './two-paths.ts';
import { varyForgotten } from './vary-forgotten.ts';
import { walkCutShort } from './walk-cut-short.ts';

/** Every way in which a running publisher can be broken, listed by hand. */
export const liveSpoilers: readonly Spoiler[] = [
  qualityIgnored,
  documentBehindFeed,
  varyForgotten,
  pagesWithoutDataLink,
  formForced,
  quadsAsText,
  contextInPlainJson,
  noLinkToContext,
  oneQuadLost,
  noEtagOnContext,
  etagForEver,
  alwaysAnew,
  headNotAnswered,
  errorsClosedToScripts,
  deletedAsUnknown,
  errorsAsPages,
  forwardedHostBelieved,
  foreignEpochTaken,
  readerAtHeadRefused,
  walkCutShort,
  noStartAtPosition,
  noWayFromADump,
  nonsenseTaken,
  headKeptForAnHour,
  fullPageNotKept,
  nothingCompressed,
  pagesHalfFull,
  twoPaths,
  kindOnlyInJsonLd,
  frontPageForAll,
  contextAsJson,
];
