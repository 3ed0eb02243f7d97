import type { Spoiler } from '../../spoiler.ts';
import { bellInName } from './bell-in-name.ts';
import { contextOfAnother } from './context-of-another.ts';
import { contextWrittenAnew } from './context-written-anew.ts';
import { currencyMadeUp } from './currency-made-up.ts';
import { endlessTelephone } from './endless-telephone.ts';
import { endsBeforeStart } from './ends-before-start.ts';
import { fraction } from './fraction.ts';
import { hoursInWords } from './hours-in-words.ts';
import { httpsTerms } from './https-terms.ts';
import { languageInCapitals } from './language-in-capitals.ts';
import { nameWithColon } from './name-with-colon.ts';
import { placeWithoutKind } from './place-without-kind.ts';
import { pointWithoutAccuracy } from './point-without-accuracy.ts';
import { priceWithComma } from './price-with-comma.ts';
import { salePriceAlone } from './sale-price-alone.ts';
import { stockBelowZero } from './stock-below-zero.ts';
import { timeWithoutSeconds } from './time-without-seconds.ts';
import { typeMadeUp } from './type-made-up.ts';

/** Ways to break what vocabulary.md asks, in the order of its requirements. */
export const vocabularySpoilers: readonly Spoiler[] = [
  placeWithoutKind,
  typeMadeUp,
  endlessTelephone,
  nameWithColon,
  httpsTerms,
  contextWrittenAnew,
  contextOfAnother,
  bellInName,
  languageInCapitals,
  priceWithComma,
  currencyMadeUp,
  salePriceAlone,
  timeWithoutSeconds,
  fraction,
  stockBelowZero,
  hoursInWords,
  pointWithoutAccuracy,
  endsBeforeStart,
];
