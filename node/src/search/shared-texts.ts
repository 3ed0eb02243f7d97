import type { SearchView } from '../project/search-index/search-view.ts';

/**
 * Lets the products of one barcode fit as well as the best of them, since their offers stand together.
 * @param texts how well the words fit each subject; changed
 * @param isAsked whether a product that fits so well is what is asked for
 * @returns those whose own words don't fit
 */
export const shareTexts = (
  view: Pick<SearchView, 'forSharedBarcodes'>,
  texts: Float64Array,
  isAsked: (product: number, text: number) => boolean,
): readonly number[] => {
  const siblings: number[] = [];
  view.forSharedBarcodes((group) => {
    const best = group.reduce((most, product) => Math.max(most, texts[product] ?? 0), 0);
    if (best === 0) return;
    for (const product of group) {
      if (!isAsked(product, best)) continue;
      if (texts[product] === 0) siblings.push(product);
      texts[product] = best;
    }
  });
  return siblings;
};
