import { IdTable } from './id-table.ts';
import { goneSubject, none, type SubjectColumns } from './search-view.ts';
import { roomFor, sharedFloat64, sharedUint16, sharedUint32, sharedUint8 } from './shared-arrays.ts';

interface Columns extends SubjectColumns {
  /** The barcode as a number; 0 without one. */
  readonly gtin: Float64Array;
  /** The location that a subject is, or would be if it were a place: others name it before it arrives. */
  readonly ownLocation: Uint32Array;
}

const createColumns = (length: number): Columns => ({
  kind: sharedUint8(length).fill(goneSubject),
  location: sharedUint32(length).fill(none),
  category: sharedUint32(length).fill(none),
  brand: sharedUint32(length).fill(none),
  origin: sharedUint16(length),
  startsAt: sharedUint32(length),
  endsAt: sharedUint32(length),
  position: sharedFloat64(length),
  sharesBarcode: sharedUint8(length),
  gtin: sharedFloat64(length),
  ownLocation: sharedUint32(length).fill(none),
});

/** What one subject says, in numbers. */
export interface SubjectRow {
  readonly kind: number;
  readonly location: number;
  readonly category: number;
  readonly brand: number;
  readonly origin: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly position: number;
  readonly gtin: number;
}

/** All subjects by number: those that are there, that are gone, and that others name before they arrive. */
export class SubjectTable {
  columns = createColumns(0);
  /** How many are there. */
  live = 0;
  readonly #ids = new IdTable();

  get end(): number {
    return this.#ids.length;
  }

  /** Makes room for so many subjects at once. */
  reserve(subjects: number): void {
    this.#ids.reserve(subjects);
    if (subjects > this.columns.kind.length) this.#grow(subjects);
  }

  idOf(subject: number): string {
    return this.#ids.idOf(subject);
  }

  find(id: string): number | undefined {
    return this.#ids.find(id);
  }

  /** The number of an id, which is added where it is new. */
  numberOf(id: string): number {
    const number = this.#ids.numberOf(id);
    if (number >= this.columns.kind.length) this.#grow(roomFor(number));
    return number;
  }

  isLive(subject: number): boolean {
    return this.columns.kind[subject] !== goneSubject;
  }

  write(subject: number, row: SubjectRow): void {
    const { columns } = this;
    if (!this.isLive(subject)) this.live += 1;
    columns.kind[subject] = row.kind;
    columns.location[subject] = row.location;
    columns.category[subject] = row.category;
    columns.brand[subject] = row.brand;
    columns.origin[subject] = row.origin;
    columns.startsAt[subject] = row.startsAt;
    columns.endsAt[subject] = row.endsAt;
    columns.position[subject] = row.position;
    columns.gtin[subject] = row.gtin;
  }

  remove(subject: number): void {
    if (this.isLive(subject)) this.live -= 1;
    this.columns.kind[subject] = goneSubject;
  }

  #grow(length: number): void {
    const [from, to] = [this.columns, createColumns(length)];
    to.kind.set(from.kind);
    to.location.set(from.location);
    to.category.set(from.category);
    to.brand.set(from.brand);
    to.origin.set(from.origin);
    to.startsAt.set(from.startsAt);
    to.endsAt.set(from.endsAt);
    to.position.set(from.position);
    to.sharesBarcode.set(from.sharesBarcode);
    to.gtin.set(from.gtin);
    to.ownLocation.set(from.ownLocation);
    this.columns = to;
  }
}
