import { moreSaid, type OfferColumns } from './search-view.ts';
import { sharedFloat64, sharedUint16, sharedUint32, sharedUint8 } from './shared-arrays.ts';

/** The columns of offers as the index writes them. */
export interface StoredOfferColumns extends OfferColumns {
  /** Number of what few offers have (a reduced price, an unusual id) in `OfferExtras`; `none`. */
  readonly extra: Uint32Array;
}

/** What one offer says, in numbers. */
export interface OfferRow {
  readonly product: number;
  readonly location: number;
  readonly availability: number;
  readonly price: number;
  readonly currency: number;
  readonly fulfilment: number;
  readonly observedAt: number;
  readonly source: number;
  readonly stock: number;
  readonly position: number;
  readonly extra: number;
}

export const createOfferColumns = (length: number): StoredOfferColumns => ({
  product: sharedUint32(length),
  location: sharedUint32(length),
  availability: sharedUint8(length),
  price: sharedFloat64(length),
  currency: sharedUint8(length),
  fulfilment: sharedUint8(length),
  observedAt: sharedUint32(length),
  source: sharedUint32(length),
  stock: sharedUint16(length),
  position: sharedFloat64(length),
  extra: sharedUint32(length),
});

export const writeOffer = (columns: StoredOfferColumns, offer: number, row: OfferRow): void => {
  columns.product[offer] = row.product;
  columns.location[offer] = row.location;
  columns.availability[offer] = row.availability;
  columns.price[offer] = row.price;
  columns.currency[offer] = row.currency;
  columns.fulfilment[offer] = row.fulfilment;
  columns.observedAt[offer] = row.observedAt;
  columns.source[offer] = row.source;
  columns.stock[offer] = row.stock;
  columns.position[offer] = row.position;
  columns.extra[offer] = row.extra;
};

/** Copies one offer to a number of other columns. */
export const copyOffer = (from: StoredOfferColumns, offer: number, to: StoredOfferColumns, number: number): void => {
  to.product[number] = from.product[offer] ?? 0;
  to.location[number] = from.location[offer] ?? 0;
  to.availability[number] = from.availability[offer] ?? 0;
  to.price[number] = from.price[offer] ?? 0;
  to.currency[number] = from.currency[offer] ?? 0;
  to.fulfilment[number] = from.fulfilment[offer] ?? 0;
  to.observedAt[number] = from.observedAt[offer] ?? 0;
  to.source[number] = from.source[offer] ?? 0;
  to.stock[number] = from.stock[offer] ?? moreSaid;
  to.position[number] = from.position[offer] ?? 0;
  to.extra[number] = from.extra[offer] ?? 0;
};

/** Longer columns with what stood in the shorter ones. */
export const growOfferColumns = (from: StoredOfferColumns, length: number): StoredOfferColumns => {
  const to = createOfferColumns(length);
  to.product.set(from.product);
  to.location.set(from.location);
  to.availability.set(from.availability);
  to.price.set(from.price);
  to.currency.set(from.currency);
  to.fulfilment.set(from.fulfilment);
  to.observedAt.set(from.observedAt);
  to.source.set(from.source);
  to.stock.set(from.stock);
  to.position.set(from.position);
  to.extra.set(from.extra);
  return to;
};
