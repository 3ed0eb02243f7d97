import type { Gtin, Kind, Thing, ThingId } from '@openstraat/spec';

/** How a delivery names a product: a GTIN that is valid everywhere, or the shop's own code, or both. */
export interface ProductReference {
  readonly gtin?: Gtin | undefined;
  /** The shop's code; restricted-circulation GTINs stand here in their 14-digit form. */
  readonly code?: string | undefined;
}

/** Wire properties of a thing, with own addresses as paths; `id`, `type` of one-type kinds and `source` are added later. */
export type DraftData = Readonly<Record<string, unknown>>;

/** What a format makes of a row: a thing as its file states it, not yet checked. */
export type Draft =
  | {
      readonly kind: 'Product';
      readonly product: ProductReference;
      /** True where the row only mentions the product (a stock line): it is kept, but says nothing of it. */
      readonly mentioned?: boolean;
      readonly data: DraftData;
    }
  | { readonly kind: 'Offer'; readonly product: ProductReference; readonly placeKey: string; readonly data: DraftData }
  | {
      readonly kind: Exclude<Kind, 'Product' | 'Offer'>;
      readonly key: string;
      /** Key of the place that it depends on, where it does. */
      readonly placeKey?: string;
      readonly data: DraftData;
    }
  /** A whole thing from our own NDJSON: it has its id, and may name its own source. */
  | { readonly kind: Kind; readonly whole: DraftData };

/** A thing that has passed every check and may be written. */
export interface Candidate {
  readonly kind: Kind;
  readonly id: ThingId;
  /** Name of the source that states it. */
  readonly source: string;
  /** Key of the place that it depends on; `-` for none. */
  readonly scope: string;
  readonly data: Thing;
  /** The shop's own code for this product, and the catalogue that it counts in. */
  readonly code?: { readonly catalogue: string; readonly code: string } | undefined;
  /** True where a stock line only mentions the product. */
  readonly mentioned?: boolean | undefined;
}
