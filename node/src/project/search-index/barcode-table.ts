import { type Gtin, thingId } from '@openstraat/spec';
import type { SubjectTable } from './subject-table.ts';

/** Products by barcode: only those whose id does not follow from it are kept here. */
export class BarcodeTable {
  readonly #subjects: SubjectTable;
  readonly #others = new Map<string, readonly number[]>();

  constructor(subjects: SubjectTable) {
    this.#subjects = subjects;
  }

  /** Products of a barcode: the node's own first, then by id. */
  productsOf(gtin: Gtin): readonly number[] {
    const own = this.#subjects.find(thingId('Product', gtin));
    const others = this.#others.get(gtin) ?? [];
    return own !== undefined && this.gtinOf(own) === gtin ? [own, ...others] : others;
  }

  /** The barcode that a product has now. */
  gtinOf(subject: number): Gtin | undefined {
    const gtin = this.#subjects.columns.gtin[subject] ?? 0;
    return gtin === 0 || !this.#subjects.isLive(subject) ? undefined : (String(gtin).padStart(14, '0') as Gtin);
  }

  /** Takes up the barcode of a product whose row is written. */
  add(subject: number): void {
    const gtin = this.gtinOf(subject);
    if (gtin === undefined) return;
    if (this.#subjects.idOf(subject) !== thingId('Product', gtin)) this.#addOther(gtin, subject);
    if (this.#others.has(gtin)) this.#markShared(this.productsOf(gtin));
  }

  #addOther(gtin: Gtin, subject: number): void {
    const { origin } = this.#subjects.columns;
    const ownFirst = (one: number, other: number): number =>
      Number(origin[one] !== 0) - Number(origin[other] !== 0) ||
      (this.#subjects.idOf(one) < this.#subjects.idOf(other) ? -1 : 1);
    this.#others.set(gtin, [...(this.#others.get(gtin) ?? []), subject].toSorted(ownFirst));
  }

  /** Forgets the barcode of a product, before its row is written anew or it goes. */
  forget(subject: number): void {
    const gtin = this.gtinOf(subject);
    if (gtin === undefined) return;
    const known = this.#others.get(gtin);
    if (known === undefined) return;
    const left = this.productsOf(gtin).filter((other) => other !== subject);
    const others = known.filter((other) => other !== subject);
    if (others.length === 0) this.#others.delete(gtin);
    else this.#others.set(gtin, others);
    this.#subjects.columns.sharesBarcode[subject] = 0;
    this.#markShared(left);
  }

  #markShared(products: readonly number[]): void {
    for (const product of products) this.#subjects.columns.sharesBarcode[product] = products.length > 1 ? 1 : 0;
  }
}
