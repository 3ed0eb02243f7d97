import type { Availability, Gtin, Position } from '@openstraat/spec';
import type { OpeningRules } from '../../hours/opening-state.ts';
import type { Vocabulary } from '../../language/language.ts';
import type { ChangeLogReader } from '../../log/change-log.ts';
import type { Library, SeenThing } from '../library.ts';

/** What can be found. A subject is one thing of these kinds, known inside the index by a number. */
export const subjectKinds = ['Product', 'Place', 'Service', 'Event', 'ParcelPoint'] as const;
export type SubjectKind = (typeof subjectKinds)[number];
/** Stands in `SubjectColumns.kind` for a number whose thing is gone. */
export const goneSubject = 255;
/** Stands for "none" in columns of numbers. */
export const none = 0xff_ff_ff_ff;

/** Stands in `LocationColumns.cell` where nothing was ever offered. */
export const noCell = 255;

/** Fields of a text: what a subject is called and says, and what a place says that it carries. */
export type TextField = 'text' | 'assortment';

/** One array a property, by subject number. Read only; valid until the index follows the log again. */
export interface SubjectColumns {
  /** Index in `subjectKinds`, or `goneSubject`. */
  readonly kind: Uint8Array;
  /** Number of the location where a place, service, event or parcel point is; `none` for products and what points nowhere. */
  readonly location: Uint32Array;
  /** Index in `SearchView.categories`: Google category of a product, kind of a place (`shop=bicycle`); `none`. */
  readonly category: Uint32Array;
  /** Index in `SearchView.brands` of a product; `none`. */
  readonly brand: Uint32Array;
  /** Index in `SearchView.origins`; 0 is the node itself. */
  readonly origin: Uint16Array;
  /** Start and end of an event, seconds since 1970; 0 where there is none. */
  readonly startsAt: Uint32Array;
  readonly endsAt: Uint32Array;
  /** Where its entry stands in its log. */
  readonly position: Float64Array;
  /** 1 for a product whose barcode others have too. */
  readonly sharesBarcode: Uint8Array;
}

/** Points where things are: places, and parcel points with an address of their own. */
export interface LocationColumns {
  /** NaN until the place arrives. */
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  /**
   * Subject that this is the point of; `none` until it arrives, and when it is gone.
   * Services, events and parcel points may lead to such a location: they are nowhere, then.
   */
  readonly subject: Uint32Array;
  /** Places that are near each other share a cell, below `cellCount`: see `SearchView.productCells`. */
  readonly cell: Uint8Array;
}

/** One array a property, by offer number. */
export interface OfferColumns {
  /** Subject number of the product. */
  readonly product: Uint32Array;
  /** Location number of the place; one without a subject until the place arrives. */
  readonly location: Uint32Array;
  /** Index in `availabilities`, or `goneSubject`. */
  readonly availability: Uint8Array;
  /** Full price; NaN where nobody said. */
  readonly price: Float64Array;
  /** Index in `SearchView.currencies`; 255 without a price. */
  readonly currency: Uint8Array;
  /** Sum of `fulfilmentBits`; 0 where nobody said. */
  readonly fulfilment: Uint8Array;
  /** Seconds since 1970 at which its values were seen, by the offer alone (its source may have confirmed it later). */
  readonly observedAt: Uint32Array;
  /** Index in `SearchView.sources`. */
  readonly source: Uint32Array;
  /** How many are there; `noStock` where nobody said, `moreSaid` where only its document has all that an answer says of it. */
  readonly stock: Uint16Array;
  /** Where its entry stands in its log. */
  readonly position: Float64Array;
}

/** Order of `OfferColumns.availability`. */
export const availabilities: readonly Availability[] = [
  'InStock',
  'LimitedAvailability',
  'OutOfStock',
  'PreOrder',
  'BackOrder',
  'MadeToOrder',
  'Discontinued',
  'Unknown',
];
/** Stand in `OfferColumns.stock`. */
export const noStock = 65_535;
export const moreSaid = 65_534;
export const fulfilmentBits = { Buy: 1, Reserve: 2, OrderIn: 4 } as const;

/** A Source as the index knows it. */
export interface IndexedSource extends SeenThing {
  /** When it last delivered everything, seconds since 1970; 0 for never. */
  readonly lastCompleteDelivery: number;
}

/** A reduced price and when it counts, milliseconds since 1970. */
export interface Sale {
  readonly price: number;
  readonly fromMs: number;
  readonly throughMs: number;
}

/** A word of a query for the index: it is found where any alternative has all its terms. */
export interface TermGroup {
  readonly alternatives: readonly { readonly terms: readonly string[]; readonly weight: number }[];
}

/** What scores are reckoned with besides the texts themselves: while it stays the same, a text keeps its score however many others come. */
export interface TextMeasure {
  /** Words in a text, on average. */
  readonly wordsMean: number;
  /** How rare what each group finds is, in the order of the groups. */
  readonly rarities: readonly number[];
}

/** Subjects that match, in no order. Valid until the next call of `match`; not to be written to, since others may get the same. */
export interface TextMatches {
  readonly count: number;
  /** Subject numbers; the first `count` count. */
  readonly subjects: Uint32Array;
  /** BM25 sums, same order. */
  readonly scores: Float32Array;
  /** What a subject of average length scores that has every word of the query in its name; short ones score more. */
  readonly full: number;
  /** What they were scored with. */
  readonly measure: TextMeasure;
}

/** The search index as queries read it: one consistent state, as long as nobody awaits. */
export interface SearchView {
  readonly vocabulary: Vocabulary;
  /** Numbers of subjects, locations and offers are below these. */
  readonly subjectEnd: number;
  readonly locationEnd: number;
  readonly offerEnd: number;
  readonly subjects: SubjectColumns;
  readonly locations: LocationColumns;
  readonly offers: OfferColumns;
  readonly categories: readonly string[];
  /** As they are compared: folded. */
  readonly brands: readonly string[];
  readonly currencies: readonly string[];
  /** Origins of the things in the index; the first is the node's own. */
  readonly origins: readonly string[];
  readonly sources: readonly IndexedSource[];
  /** The path of an own thing, or the absolute id of another node's. */
  subjectId(subject: number): string;
  subjectOf(id: string): number | undefined;
  offerId(offer: number): string;
  /** Products of this barcode, of all origins: the node's own first. */
  productsByGtin(gtin: Gtin): readonly number[];
  /** The barcode of a product; undefined where only its shop knows it. */
  gtinOf(subject: number): Gtin | undefined;
  /** Calls `visit` for each live offer of a product whose place is there. */
  forOffersOf(product: number, visit: (offer: number) => void): void;
  /** The same for a product by its id, also before it arrives. */
  forOffersOfId(product: string, visit: (offer: number) => void): void;
  /**
   * The same for who looks at a million offers, gone ones and those whose place is not there among them: those of a product
   * stand from `offerStarts[product]` up to `offerStarts[product + 1]`, and behind them come `newestOffer` and the one
   * `offerBefore` each, down to `none`.
   */
  readonly offerStarts: Uint32Array;
  /** The cells in which each product is offered, and maybe some in which it was: a bit a cell, `cellWords` numbers a product. */
  readonly productCells: Uint32Array;
  newestOffer(product: number): number;
  offerBefore(offer: number): number;
  saleOf(offer: number): Sale | undefined;
  /** Opening rules of a location's place; undefined where there are none. */
  openingRules(location: number): OpeningRules | undefined;
  /** Opening rules of a subject: its own hours where it has them inside a place (a parcel counter), else those of its location. */
  openingRulesOf(subject: number): OpeningRules | undefined;
  /** Calls `visit` for every live location whose distance on a sphere is at most `radiusMetres` and 1% more. */
  forLocationsWithin(
    point: { readonly latitude: number; readonly longitude: number },
    radiusMetres: number,
    visit: (location: number) => void,
  ): void;
  /** Finds the products of any of these brands, or categories, by number; valid until the next call, or of `match`. */
  productsWith(column: 'brand' | 'category', numbers: readonly number[]): Uint32Array;
  /**
   * Finds the subjects that match all groups, with BM25 over weighted fields: a group counts by its best alternative, and is as rare
   * as all that it finds together.
   * @param measure of an earlier search for the same groups; that of the index as it is where there is none
   */
  match(groups: readonly TermGroup[], field: TextField, measure?: TextMeasure): TextMatches;
}

/** A view of all logs that keeps itself up to date, and rebuilds on another thread what has changed much. */
export interface SearchIndex extends AsyncDisposable {
  /** Everything of the own log up to here is in it. */
  readonly position: Position;
  /** The epoch of the own log that it was read from; empty before. */
  readonly epoch: string;
  /** False until the own things have been read once. */
  readonly ready: boolean;
  /** Whether any log holds more than can be found. */
  isLate(library: Library): boolean;
  /** Whether everything that one of the logs holds can be found, as it is there. */
  knowsAllOf(log: ChangeLogReader): boolean;
  /** Catches up with all logs; calls at the same time share one run. The first call builds everything. */
  follow(library: Library): Promise<void>;
  /** The same, but waits for the own log alone: others may have much more. */
  followOwn(library: Library): Promise<void>;
  view(): SearchView;
}
