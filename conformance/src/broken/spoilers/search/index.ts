import type { Spoiler } from '../../spoiler.ts';
import { accentsNeeded } from './accents-needed.ts';
import { advertisingCounts } from './advertising-counts.ts';
import { allIsFarther } from './all-is-farther.ts';
import { alwaysSeenNow } from './always-seen-now.ts';
import { anotherNodeNamed } from './another-node-named.ts';
import { answerOfAnotherLicence } from './answer-of-another-licence.ts';
import { anyBarcodeAnswered } from './any-barcode-answered.ts';
import { anyCursorTaken } from './any-cursor-taken.ts';
import { barcodeNotFound } from './barcode-not-found.ts';
import { barcodeTwice } from './barcode-twice.ts';
import { brandIgnored } from './brand-ignored.ts';
import { bytesBreakIt } from './bytes-break-it.ts';
import { capitalsDiffer } from './capitals-differ.ts';
import { carriesEverything } from './carries-everything.ts';
import { clockRunsOn } from './clock-runs-on.ts';
import { distanceFromNowhere } from './distance-from-nowhere.ts';
import { distancesTooLong } from './distances-too-long.ts';
import { eventsForEver } from './events-for-ever.ts';
import { foreignScript } from './foreign-script.ts';
import { fulfilmentIgnored } from './fulfilment-ignored.ts';
import { halfAnExplanation } from './half-an-explanation.ts';
import { latAloneTaken } from './lat-alone-taken.ts';
import { lastFirst } from './last-first.ts';
import { limitClamped } from './limit-clamped.ts';
import { limitIgnored } from './limit-ignored.ts';
import { nameNotFound } from './name-not-found.ts';
import { neverClosedIsUnknown } from './never-closed-is-unknown.ts';
import { noLinksInHeader } from './no-links-in-header.ts';
import { noOpenApi } from './no-open-api.ts';
import { noPip } from './no-pip.ts';
import { noPostcodes } from './no-postcodes.ts';
import { noWhy } from './no-why.ts';
import { nowIsLater } from './now-is-later.ts';
import { offerThatNeverWas } from './offer-that-never-was.ts';
import { optionsRefused } from './options-refused.ts';
import { orderByVisitor } from './order-by-visitor.ts';
import { pagesWithoutResults } from './pages-without-results.ts';
import { priceIgnored } from './price-ignored.ts';
import { pricesOfYesterday } from './prices-of-yesterday.ts';
import { queryDropped } from './query-dropped.ts';
import { rankingPageEmpty } from './ranking-page-empty.ts';
import { refusalsVaryNot } from './refusals-vary-not.ts';
import { refusedWithoutAWord } from './refused-without-a-word.ts';
import { resolverOfAnother } from './resolver-of-another.ts';
import { saleForEver } from './sale-for-ever.ts';
import { searchInAnotherType } from './search-in-another-type.ts';
import { searchesCached } from './searches-cached.ts';
import { shortBarcodesUnknown } from './short-barcodes-unknown.ts';
import { slashRefused } from './slash-refused.ts';
import { soldOutShown } from './sold-out-shown.ts';
import { suggestionsIntoNothing } from './suggestions-into-nothing.ts';
import { suggestionsWithoutEnd } from './suggestions-without-end.ts';
import { tiesNeverTurn } from './ties-never-turn.ts';
import { titlesLeftOut } from './titles-left-out.ts';
import { twoDefaultLinks } from './two-default-links.ts';
import { twoBarcodesTaken } from './two-barcodes-taken.ts';
import { typeIgnored } from './type-ignored.ts';
import { unknownIsOpen } from './unknown-is-open.ts';
import { unknownTypeLed } from './unknown-type-led.ts';
import { visitorCookie } from './visitor-cookie.ts';
import { walkEndsEarly } from './walk-ends-early.ts';
import { walkingStraight } from './walking-straight.ts';
import { wrongPathsUnknown } from './wrong-paths-unknown.ts';

/** Every way in which a publisher that can be searched can be broken, listed by hand. */
export const searchSpoilers: readonly Spoiler[] = [
  searchInAnotherType,
  pagesWithoutResults,
  refusalsVaryNot,
  limitClamped,
  latAloneTaken,
  twoBarcodesTaken,
  bytesBreakIt,
  noPostcodes,
  refusedWithoutAWord,
  offerThatNeverWas,
  anotherNodeNamed,
  pricesOfYesterday,
  alwaysSeenNow,
  saleForEver,
  barcodeTwice,
  barcodeNotFound,
  nameNotFound,
  capitalsDiffer,
  accentsNeeded,
  carriesEverything,
  eventsForEver,
  noWhy,
  answerOfAnotherLicence,
  distancesTooLong,
  allIsFarther,
  distanceFromNowhere,
  walkingStraight,
  nowIsLater,
  neverClosedIsUnknown,
  unknownIsOpen,
  soldOutShown,
  priceIgnored,
  brandIgnored,
  fulfilmentIgnored,
  typeIgnored,
  rankingPageEmpty,
  halfAnExplanation,
  lastFirst,
  tiesNeverTurn,
  orderByVisitor,
  advertisingCounts,
  limitIgnored,
  walkEndsEarly,
  clockRunsOn,
  anyCursorTaken,
  suggestionsWithoutEnd,
  suggestionsIntoNothing,
  searchesCached,
  visitorCookie,
  foreignScript,
  noOpenApi,
  wrongPathsUnknown,
  anyBarcodeAnswered,
  shortBarcodesUnknown,
  queryDropped,
  titlesLeftOut,
  twoDefaultLinks,
  noPip,
  unknownTypeLed,
  noLinksInHeader,
  optionsRefused,
  resolverOfAnother,
  slashRefused,
];
