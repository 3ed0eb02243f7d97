import { none, type SearchView } from '../project/search-index/search-view.ts';
import type { SubjectTexts } from './subject-texts.ts';

type Barcodes = Pick<SearchView, 'gtinOf' | 'productsByGtin'> & {
  readonly subjects: Pick<SearchView['subjects'], 'sharesBarcode'>;
};

/**
 * Lets the products of one barcode fit as well as the best of them, since their offers stand together.
 * @param texts how well the words fit each product that is asked for; those of the same barcode are lent the best
 * @param isAsked whether a product that fits so well is what is asked for
 */
export const shareTexts = (
  view: Barcodes,
  texts: SubjectTexts,
  isAsked: (product: number, text: number) => boolean,
): void => {
  const { sharesBarcode } = view.subjects;
  const { count, found } = texts;
  for (let at = 0; at < count; at++) {
    const product = found[at] ?? none;
    if (sharesBarcode[product] !== 1) continue;
    const gtin = view.gtinOf(product);
    const group = gtin === undefined ? [] : view.productsByGtin(gtin);
    const best = group.reduce((most, one) => Math.max(most, texts.of(one)), 0);
    for (const one of group) if (isAsked(one, best)) texts.lend(one, best);
  }
};
