import type { Plan } from './search-plan.ts';

/**
 * Whether the products of a barcode come without an offer. A barcode goes straight to its product, also where nobody has it now;
 * but what is somewhere, and only not as it was asked for, is no answer, and neither is what is at no place where a kind of place was asked for.
 */
export const mayComeAlone = ({ question, view }: Plan, group: readonly number[]): boolean => {
  const { availability, fulfilment, priceMax, kind } = question.parameters;
  if (question.gtin === undefined || kind !== undefined) return false;
  const isNarrowed = question.openOnly || [availability, fulfilment, priceMax].some((value) => value !== undefined);
  let isOffered = false;
  for (const product of isNarrowed ? group : [])
    view.forOffersOf(product, () => {
      isOffered = true;
    });
  return !isOffered;
};
