import type { Check } from '../check.ts';
import { answerLicence } from './answer/answer-licence.ts';
import { assortment } from './answer/assortment.ts';
import { barcodeGoesStraight } from './answer/barcode-goes-straight.ts';
import { lettersAndAccents } from './answer/letters-and-accents.ts';
import { nameIsFound } from './answer/name-is-found.ts';
import { noEventsOver } from './answer/no-events-over.ts';
import { nothingButPublished } from './answer/nothing-but-published.ts';
import { oneBarcodeOneResult } from './answer/one-barcode-one-result.ts';
import { salePrices } from './answer/sale-prices.ts';
import { seenWhen } from './answer/seen-when.ts';
import { whatWasStated } from './answer/what-was-stated.ts';
import { whyItIsThere } from './answer/why-it-is-there.ts';
import { describedForPrograms } from './description/described-for-programs.ts';
import { allLengthsMeanOne } from './digital-link/all-lengths-mean-one.ts';
import { barcodesNobodyStates } from './digital-link/barcodes-nobody-states.ts';
import { linkAskedFor } from './digital-link/link-asked-for.ts';
import { linksInHeader } from './digital-link/links-in-header.ts';
import { linksetForPrograms } from './digital-link/linkset-for-programs.ts';
import { methodsAndScripts } from './digital-link/methods-and-scripts.ts';
import { oneDefaultLink } from './digital-link/one-default-link.ts';
import { pathsThatAreNone } from './digital-link/paths-that-are-none.ts';
import { peopleAreLed } from './digital-link/people-are-led.ts';
import { resolverDescribed } from './digital-link/resolver-described.ts';
import { slashAtTheEnd } from './digital-link/slash-at-the-end.ts';
import { whereToGetIt } from './digital-link/where-to-get-it.ts';
import { howToGetIt } from './filters/how-to-get-it.ts';
import { inStock } from './filters/in-stock.ts';
import { kindBrandCategory } from './filters/kind-brand-category.ts';
import { onlyOneType } from './filters/only-one-type.ts';
import { openAsStated } from './filters/open-as-stated.ts';
import { openThen } from './filters/open-then.ts';
import { underAPrice } from './filters/under-a-price.ts';
import { unknownIsNotClosed } from './filters/unknown-is-not-closed.ts';
import { notForSale } from './order/not-for-sale.ts';
import { orderExplained } from './order/order-explained.ts';
import { orderOfScores } from './order/order-of-scores.ts';
import { sameForEveryone } from './order/same-for-everyone.ts';
import { scoresExplained } from './order/scores-explained.ts';
import { tiesTakeTurns } from './order/ties-take-turns.ts';
import { asManyAsAsked } from './paging/as-many-as-asked.ts';
import { oneInstant } from './paging/one-instant.ts';
import { walkMeetsAll } from './paging/walk-meets-all.ts';
import { wrongCursors } from './paging/wrong-cursors.ts';
import { noTraces } from './privacy/no-traces.ts';
import { notInSharedCaches } from './privacy/not-in-shared-caches.ts';
import { anyBytes } from './question/any-bytes.ts';
import { contradictionsRefused } from './question/contradictions-refused.ts';
import { howOften } from './question/how-often.ts';
import { nothingClamped } from './question/nothing-clamped.ts';
import { postcodesAndTowns } from './question/postcodes-and-towns.ts';
import { searchAsJson } from './question/search-as-json.ts';
import { searchAsPage } from './question/search-as-page.ts';
import { searchHeaders } from './question/search-headers.ts';
import { howItGoesOn } from './suggestions/how-it-goes-on.ts';
import { suggestionsLeadSomewhere } from './suggestions/suggestions-lead-somewhere.ts';
import { distancesAreRight } from './where/distances-are-right.ts';
import { noPointNoDistance } from './where/no-point-no-distance.ts';
import { radiusInclusive } from './where/radius-inclusive.ts';
import { walking } from './where/walking.ts';

/** The checks of searchable, in the order of its requirements. */
export const searchableChecks: readonly Check[] = [
  searchAsJson,
  searchAsPage,
  searchHeaders,
  nothingClamped,
  contradictionsRefused,
  anyBytes,
  postcodesAndTowns,
  howOften,
  nothingButPublished,
  whatWasStated,
  seenWhen,
  salePrices,
  oneBarcodeOneResult,
  barcodeGoesStraight,
  nameIsFound,
  lettersAndAccents,
  assortment,
  noEventsOver,
  whyItIsThere,
  answerLicence,
  distancesAreRight,
  radiusInclusive,
  noPointNoDistance,
  walking,
  openThen,
  openAsStated,
  unknownIsNotClosed,
  inStock,
  underAPrice,
  kindBrandCategory,
  howToGetIt,
  onlyOneType,
  orderExplained,
  scoresExplained,
  orderOfScores,
  tiesTakeTurns,
  sameForEveryone,
  notForSale,
  asManyAsAsked,
  walkMeetsAll,
  oneInstant,
  wrongCursors,
  howItGoesOn,
  suggestionsLeadSomewhere,
  notInSharedCaches,
  noTraces,
  describedForPrograms,
  pathsThatAreNone,
  barcodesNobodyStates,
  allLengthsMeanOne,
  peopleAreLed,
  linksetForPrograms,
  oneDefaultLink,
  whereToGetIt,
  linkAskedFor,
  linksInHeader,
  methodsAndScripts,
  resolverDescribed,
  slashAtTheEnd,
];
