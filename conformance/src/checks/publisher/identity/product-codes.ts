import { NumberColumn } from '../../../compact/number-column.ts';
import { heldFormOf, TextTable } from '../../../compact/text-table.ts';

/** What stands in a property, as it is compared: strings and numbers are never the same. */
export const heldValue = (value: unknown): string => heldFormOf(JSON.stringify(value) ?? 'nothing');

/** A product's code as it is compared, and the property in which it stands. */
export type Code = readonly [name: 'gtin' | 'sku', held: string];

/** The codes of products, which may be millions: the newest that each states. */
export class CodesOfProducts {
  readonly #ids = new TextTable();
  readonly #values = new TextTable();
  /** Row of the value, twice; one more for a SKU. */
  readonly #codes = new NumberColumn(Float64Array);

  set(product: string, [name, held]: Code): void {
    this.#codes.set(this.#ids.add(product), this.#values.add(held) * 2 + (name === 'sku' ? 1 : 0));
  }

  get(product: string): Code | undefined {
    const row = this.#ids.rowOf(product);
    if (row === undefined) return undefined;
    const code = this.#codes.get(row);
    return [code % 2 === 0 ? 'gtin' : 'sku', this.#values.text(Math.floor(code / 2))];
  }
}

/** What is compared of an offer. */
export interface OfferCodes {
  /** Exchange of its page, and index on it. */
  readonly page: number;
  readonly at: number;
  readonly id: string;
  readonly gtin: string;
  readonly sku: string;
}

/** Offers that came before their products, which may be all of them: the last entry of each. */
export class WaitingOffers {
  readonly #ids = new TextTable();
  readonly #texts = new TextTable();
  readonly #pages = new NumberColumn(Uint32Array);
  readonly #indexes = new NumberColumn(Uint32Array);
  readonly #gtins = new NumberColumn(Uint32Array);
  readonly #skus = new NumberColumn(Uint32Array);
  readonly #products = new NumberColumn(Uint32Array);

  add({ page, at, id, gtin, sku }: OfferCodes, product: string): void {
    const row = this.#ids.add(id);
    this.#pages.set(row, page);
    this.#indexes.set(row, at);
    this.#gtins.set(row, this.#texts.add(gtin));
    this.#skus.set(row, this.#texts.add(sku));
    this.#products.set(row, this.#texts.add(product));
  }

  *all(): Generator<{ readonly offer: OfferCodes; readonly product: string }> {
    const textIn = (column: NumberColumn, row: number): string => this.#texts.text(column.get(row));
    for (let row = 0; row < this.#ids.size; row++) {
      const [page, at, id] = [this.#pages.get(row), this.#indexes.get(row), this.#ids.text(row)];
      const offer = { page, at, id, gtin: textIn(this.#gtins, row), sku: textIn(this.#skus, row) };
      yield { offer, product: textIn(this.#products, row) };
    }
  }
}
