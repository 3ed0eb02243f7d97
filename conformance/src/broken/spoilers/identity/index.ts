import type { Spoiler } from '../../spoiler.ts';
import { addressWithId } from './address-with-id.ts';
import { areaAmongPlaces } from './area-among-places.ts';
import { codeOfAnother } from './code-of-another.ts';
import { codeWithoutCatalogue } from './code-without-catalogue.ts';
import { eventElsewhere } from './event-elsewhere.ts';
import { gtinTwice } from './gtin-twice.ts';
import { inStoreCode } from './in-store-code.ts';
import { keyWithSlash } from './key-with-slash.ts';
import { numberedOffer } from './numbered-offer.ts';
import { oddKey } from './odd-key.ts';
import { offerWithoutCode } from './offer-without-code.ts';
import { placeElsewhere } from './place-elsewhere.ts';
import { preferredSource } from './preferred-source.ts';
import { productNamedFreely } from './product-named-freely.ts';
import { speaksForPlaceElsewhere } from './speaks-for-place-elsewhere.ts';
import { statementsInDisorder } from './statements-in-disorder.ts';
import { wrongCheckDigit } from './wrong-check-digit.ts';

/** Ways to break what identity.md asks, in the order of its requirements. */
export const identitySpoilers: readonly Spoiler[] = [
  keyWithSlash,
  areaAmongPlaces,
  oddKey,
  addressWithId,
  productNamedFreely,
  codeWithoutCatalogue,
  numberedOffer,
  wrongCheckDigit,
  inStoreCode,
  gtinTwice,
  statementsInDisorder,
  preferredSource,
  placeElsewhere,
  eventElsewhere,
  speaksForPlaceElsewhere,
  codeOfAnother,
  offerWithoutCode,
];
