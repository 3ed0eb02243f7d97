import { type LocationMergeInput, type LocationTree, mergeLocations } from './location-table.ts';
import { mergeOffers } from './merge-offers.ts';
import { mergeText } from './merge-text.ts';
import type { MergedOffers, OfferMergeInput } from './offer-table.ts';
import type { TextBase } from './text-base.ts';
import type { TextMergeInput } from './text-index.ts';

/** What a merge is made from. Its arrays are shared, so that handing it to a worker copies little. */
export interface MergeInput {
  readonly text: TextMergeInput;
  readonly offers: OfferMergeInput;
  readonly locations: LocationMergeInput;
}

/** A new base. */
export interface Merged {
  readonly text: TextBase;
  readonly offers: MergedOffers;
  readonly locations: LocationTree;
}

/** Makes a new base of the old one and what changed since. */
export const merge = ({ text, offers, locations }: MergeInput): Merged => ({
  text: mergeText(text),
  offers: mergeOffers(offers),
  locations: mergeLocations(locations),
});
