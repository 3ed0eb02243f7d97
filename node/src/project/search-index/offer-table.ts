import { ProductCells } from './cells.ts';
import type { LocationTable } from './location-table.ts';
import {
  copyOffer,
  createOfferColumns,
  growOfferColumns,
  type OfferRow,
  type StoredOfferColumns,
  writeOffer,
} from './offer-columns.ts';
import { addToSlots, createOfferSlots, findInSlots, type OfferSlots } from './offer-slots.ts';
import { goneSubject, none, type Sale } from './search-view.ts';
import { roomFor, sharedUint32, Uint32List } from './shared-arrays.ts';

/** What few offers have. */
export interface OfferExtra {
  readonly sale?: Sale;
  /** Where it does not follow from the ids of product and place. */
  readonly id?: string;
}

/** What a merge of offers is made from; changes while it runs are made up for in `take`. */
export interface OfferMergeInput {
  readonly columns: StoredOfferColumns;
  readonly end: number;
  readonly subjectEnd: number;
  /** The cell of each location. */
  readonly locationCells: Uint8Array;
}

/** Offers in order of their products. */
export interface MergedOffers {
  readonly columns: StoredOfferColumns;
  readonly end: number;
  /** Where the offers of each product start. */
  readonly starts: Uint32Array;
  /** The new number of each old one; `none` for those that were gone. */
  readonly newNumbers: Uint32Array;
  readonly slots: OfferSlots;
  /** As in `ProductCells`. */
  readonly productCells: Uint32Array;
}

/** Where offers are. */
type OfferLocations = Pick<LocationTable, 'cellOf'> & { readonly columns: Pick<LocationTable['columns'], 'cell'> };

/** An array of numbers, `none` where nothing was written, that has room for `place`. */
const withRoomFor = (place: number, array: Uint32Array): Uint32Array => {
  if (place < array.length) return array;
  const larger = new Uint32Array(roomFor(place)).fill(none, array.length);
  larger.set(array);
  return larger;
};

/** All offers: a base in order of products, and behind it those that came since. */
export class OfferTable {
  columns: StoredOfferColumns = createOfferColumns(0);
  end = 0;
  /** In which cells each product is offered: those of offers that are gone stay until the next merge. */
  cells = new ProductCells();
  /** Offers that are gone and still have a number. */
  gone = 0;
  #baseEnd = 0;
  #starts: Uint32Array = sharedUint32(1);
  #slots = createOfferSlots(0);
  /** The newest offer behind the base of each product, and the one before each. */
  #tailOf: Uint32Array = new Uint32Array(0);
  #tail = new Uint32List();
  readonly #extras: (OfferExtra | undefined)[] = [];
  readonly #freeExtras: number[] = [];
  /** Offers with an unusual id. */
  #unusual = new Map<string, number>();
  /** Those written since a merge started. */
  #written: Uint32List | undefined;

  readonly #locations: OfferLocations;

  constructor(locations: OfferLocations) {
    this.#locations = locations;
  }

  /** Makes room for so many offers at once. */
  reserve(offers: number): void {
    if (offers <= this.columns.product.length) return;
    this.columns = growOfferColumns(this.columns, offers);
    if (this.end === 0) this.#slots = createOfferSlots(offers);
  }

  /** Offers behind the base, and gaps in it. */
  get changes(): number {
    return this.end - this.#baseEnd + this.gone;
  }

  /** The offer whose id follows from its product and place; `none` when it is not there. */
  find(product: number, location: number): number {
    return findInSlots(this.#slots, this.columns, product, location, (offer) => this.extraOf(offer)?.id === undefined);
  }

  findUnusual(id: string): number {
    return this.#unusual.get(id) ?? none;
  }

  extraOf(offer: number): OfferExtra | undefined {
    const extra = this.columns.extra[offer] ?? none;
    return extra === none ? undefined : this.#extras[extra];
  }

  /** Adds an offer. @returns its number */
  add(row: Omit<OfferRow, 'extra'>, extra: OfferExtra | undefined): number {
    const offer = this.end;
    if (offer === this.columns.product.length) this.columns = growOfferColumns(this.columns, roomFor(offer));
    this.end += 1;
    writeOffer(this.columns, offer, { ...row, extra: this.#keepExtra(extra, none) });
    if (extra?.id !== undefined) this.#unusual.set(extra.id, offer);
    this.#link(offer);
    this.#written?.push(offer);
    return offer;
  }

  /** Changes what an offer says; its product and place stay. */
  update(offer: number, row: Omit<OfferRow, 'extra'>, extra: OfferExtra | undefined): void {
    const kept = this.#keepExtra(extra, this.columns.extra[offer] ?? none);
    writeOffer(this.columns, offer, { ...row, extra: kept });
    this.#written?.push(offer);
  }

  remove(offer: number): void {
    const id = this.extraOf(offer)?.id;
    if (id !== undefined) this.#unusual.delete(id);
    this.columns.extra[offer] = this.#keepExtra(undefined, this.columns.extra[offer] ?? none);
    this.columns.availability[offer] = goneSubject;
    this.gone += 1;
    this.#written?.push(offer);
  }

  /** Where the offers of each product start in the base. */
  get starts(): Uint32Array {
    return this.#starts;
  }

  /** The newest offer of a product behind the base; `none`. */
  newestOf(product: number): number {
    return this.#tailOf[product] ?? none;
  }

  /** The offer of the same product behind the base that came before; `none`. */
  before(offer: number): number {
    return this.#tail.array[offer - this.#baseEnd] ?? none;
  }

  /** Calls `visit` with each live offer of a product. */
  forOffersOf(product: number, visit: (offer: number) => void): void {
    const { availability } = this.columns;
    const end = this.#starts[product + 1] ?? 0;
    for (let offer = this.#starts[product] ?? end; offer < end; offer++)
      if (availability[offer] !== goneSubject) visit(offer);
    for (let offer = this.newestOf(product); offer !== none; offer = this.before(offer))
      if (availability[offer] !== goneSubject) visit(offer);
  }

  /** What to merge; from here on it is remembered what is written, until `take` or `forgetMerge`. */
  mergeInput(subjectEnd: number): OfferMergeInput {
    this.#written = new Uint32List();
    return { columns: this.columns, end: this.end, subjectEnd, locationCells: this.#locations.columns.cell };
  }

  forgetMerge(): void {
    this.#written = undefined;
  }

  /** Takes over merged offers, and what was written while they were made. */
  take(merged: MergedOffers, input: Pick<OfferMergeInput, 'end'>): void {
    const { columns: before, end: endBefore } = this;
    const written = this.#written;
    this.#written = undefined;
    this.columns = merged.columns;
    this.end = merged.end;
    this.#baseEnd = merged.end;
    this.#starts = merged.starts;
    this.#slots = merged.slots;
    this.cells = new ProductCells(merged.productCells);
    this.#tailOf = new Uint32Array(0);
    this.#tail = new Uint32List();
    this.gone = 0;
    for (let at = 0; at < (written?.length ?? 0); at++) {
      const offer = written?.array[at] ?? none;
      const number = offer < input.end ? (merged.newNumbers[offer] ?? none) : none;
      if (number !== none) copyOffer(before, offer, this.columns, number);
    }
    this.#countGone(written, input.end, merged.newNumbers);
    const tailNumbers = new Uint32Array(endBefore - input.end).fill(none);
    for (let offer = input.end; offer < endBefore; offer++)
      if (before.availability[offer] !== goneSubject) tailNumbers[offer - input.end] = this.#append(before, offer);
    for (const [id, offer] of this.#unusual)
      this.#unusual.set(id, (offer < input.end ? merged.newNumbers[offer] : tailNumbers[offer - input.end]) ?? none);
  }

  /** Gaps that arose in the base while it was made: each counts once, however often it was written. */
  #countGone(written: Uint32List | undefined, inputEnd: number, newNumbers: Uint32Array): void {
    const gaps = new Set<number>();
    for (let at = 0; at < (written?.length ?? 0); at++) {
      const offer = written?.array[at] ?? none;
      const number = offer < inputEnd ? (newNumbers[offer] ?? none) : none;
      if (number !== none && this.columns.availability[number] === goneSubject) gaps.add(number);
    }
    this.gone = gaps.size;
  }

  #append(from: StoredOfferColumns, offer: number): number {
    const number = this.end;
    if (number === this.columns.product.length) this.columns = growOfferColumns(this.columns, roomFor(number));
    this.end += 1;
    copyOffer(from, offer, this.columns, number);
    this.#link(number);
    return number;
  }

  #link(offer: number): void {
    addToSlots(this.#slots, this.columns, offer);
    const product = this.columns.product[offer] ?? 0;
    this.cells.add(product, this.#locations.cellOf(this.columns.location[offer] ?? none));
    this.#tailOf = withRoomFor(product, this.#tailOf);
    this.#tail.push(this.#tailOf[product] ?? none);
    this.#tailOf[product] = offer;
  }

  #keepExtra(extra: OfferExtra | undefined, place: number): number {
    if (extra === undefined) {
      if (place === none) return none;
      this.#extras[place] = undefined;
      this.#freeExtras.push(place);
      return none;
    }
    const number = place === none ? (this.#freeExtras.pop() ?? this.#extras.length) : place;
    this.#extras[number] = extra;
    return number;
  }
}
