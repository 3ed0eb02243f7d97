import type { searchParameterNames } from '@openstraat/spec';

/** Products by what is said of them; all that is given must fit. */
export interface ProductSelector {
  readonly type: 'product';
  readonly name?: RegExp;
  readonly notName?: RegExp;
  /** As it is written, whole. */
  readonly brand?: string;
  readonly category?: RegExp;
  readonly gtins?: readonly string[];
  /** Only what these places sell, by their keys. */
  readonly soldAt?: readonly string[];
  /** Also where it has run out: as a rule, what nobody has in stock need not be found. */
  readonly evenIfOut?: true;
}
/** Places, services, events or parcel points by the last part of their ids. */
export interface KeySelector {
  readonly type: 'place' | 'service' | 'event' | 'parcel-point';
  readonly keys: readonly string[];
}
/** A set of things in the example town. */
export type Selector = ProductSelector | KeySelector;

/** What somebody types in the example town, and what answers it: judged from the shopper's side, over all of the town. */
export interface JudgedQuery {
  readonly q?: string;
  /** More of the query, as in an address. The point is the Marktplein unless one is named here, or `nowhere` is set. */
  readonly with?: Readonly<Partial<Record<(typeof searchParameterNames)[number], string>>>;
  readonly nowhere?: true;
  /** What answers it. Products that nobody has in stock are as those in `may`. Empty: nothing in town does, and nothing may come. */
  readonly must: readonly Selector[];
  /** What nobody would mind seeing, nor miss. Everything else is wrong. */
  readonly may?: readonly Selector[];
  /** What would be a blunder anywhere on the first page, beyond being wrong. */
  readonly never?: readonly Selector[];
  /** What the first result must be one of. */
  readonly first?: readonly Selector[];
  /** What must hold for every offer shown. */
  readonly offers?: {
    readonly at?: readonly string[];
    readonly notAt?: readonly string[];
    readonly priceMax?: number;
    readonly inStock?: true;
    readonly fulfilment?: 'Reserve';
  };
}

type ProductDetails = Omit<ProductSelector, 'type' | 'name'>;
/** Products whose name fits. */
export const products = (name: RegExp, details: ProductDetails = {}): ProductSelector => ({
  type: 'product',
  name,
  ...details,
});
/** Products by other things than their name. */
export const productsWith = (details: ProductDetails): ProductSelector => ({ type: 'product', ...details });
export const places = (...keys: readonly string[]): KeySelector => ({ type: 'place', keys });
export const services = (...keys: readonly string[]): KeySelector => ({ type: 'service', keys });
export const events = (...keys: readonly string[]): KeySelector => ({ type: 'event', keys });
export const parcelPoints = (...keys: readonly string[]): KeySelector => ({ type: 'parcel-point', keys });
