import type { Gtin, SearchType } from '@openstraat/spec';
import type { SeenThing } from '../project/library.ts';
import { none, type SearchView, subjectKinds } from '../project/search-index/search-view.ts';
import type { Question } from './question.ts';

/** What a search asks of subjects besides words, by the numbers of one index. */
export interface Selection {
  /** One byte a brand, category or kind of place: 1 for those asked for. */
  readonly brands?: Uint8Array;
  readonly categories?: Uint8Array;
  readonly kinds?: Uint8Array;
}

/** The type of a result, by number of `subjectKinds`. */
export const typeOfKind: readonly SearchType[] = subjectKinds.map(
  (kind) =>
    ({ Product: 'product', Place: 'place', Service: 'service', Event: 'event', ParcelPoint: 'parcel-point' })[
      kind
    ] as SearchType,
);

/** Does a search ask for what only products have? */
export const asksForProducts = ({ gtin, parameters }: Question): boolean =>
  gtin !== undefined ||
  [parameters.priceMax, parameters.fulfilment, parameters.brand, parameters.category].some(
    (value) => value !== undefined,
  );

/** Whether a product is of the brand and category asked for. */
export const isSelectedProduct = (view: SearchView, product: number, { brands, categories }: Selection): boolean => {
  if (brands !== undefined && brands[view.subjects.brand[product] ?? none] !== 1) return false;
  return categories === undefined || categories[view.subjects.category[product] ?? none] === 1;
};

/** The numbers that are asked for. */
export const chosenNumbers = (chosen: Uint8Array): readonly number[] => {
  const numbers: number[] = [];
  // Not name by name: a hundred thousand brands are looked through in no time.
  for (let number = chosen.indexOf(1); number >= 0; number = chosen.indexOf(1, number + 1)) numbers.push(number);
  return numbers;
};

/** Those products of one barcode that are asked for, of any origin, the node's own first; the product alone where only its shop knows it. */
export const groupOf = (view: SearchView, product: number, selection: Selection): readonly number[] => {
  const gtin: Gtin | undefined = view.subjects.sharesBarcode[product] === 1 ? view.gtinOf(product) : undefined;
  if (gtin === undefined) return [product];
  return view.productsByGtin(gtin).filter((one) => isSelectedProduct(view, one, selection));
};

/** A subject, and where its document was read. */
export const seenSubject = (view: SearchView, subject: number): SeenThing => ({
  id: view.subjectId(subject),
  position: view.subjects.position[subject] ?? 0,
});

/** An id as the world sees it. */
export const absoluteId = (id: string, origin: string): string => (id.startsWith('/') ? origin + id : id);
