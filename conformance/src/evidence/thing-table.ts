import { kinds } from '@openstraat/spec';
import { DigestColumn } from '../compact/digest-column.ts';
import { NumberColumn } from '../compact/number-column.ts';
import { TextTable } from '../compact/text-table.ts';
import type { HeldThing, HeldThings } from './held-thing.ts';

/** What is held of a thing. */
export type ThingState = Omit<HeldThing, 'id' | 'kind'> & { readonly kind: unknown };

/** The bits of the byte that says what a thing is; above them stands its kind. */
const [liveBit, termBit, kindShift] = [1, 2, 2];

const layColumns = () => ({
  ids: new TextTable(),
  /** Where things live on: their rows, from 1. */
  newIds: new TextTable(),
  what: new NumberColumn(Uint8Array),
  positions: new NumberColumn(Float64Array),
  published: new NumberColumn(Float64Array),
  movedTo: new NumberColumn(Uint32Array),
  exchanges: new NumberColumn(Uint32Array),
  indexes: new NumberColumn(Uint32Array),
  terms: new DigestColumn(),
});
type Columns = ReturnType<typeof layColumns>;

/** A row, read when it is asked for. */
class ThingRow implements HeldThing {
  readonly #columns: Columns;
  readonly #row: number;

  constructor(columns: Columns, row: number) {
    this.#columns = columns;
    this.#row = row;
  }

  get id(): string {
    return this.#columns.ids.text(this.#row);
  }
  get kind(): string | undefined {
    return kinds[(this.#columns.what.get(this.#row) >> kindShift) - 1];
  }
  get position(): number {
    return this.#columns.positions.get(this.#row);
  }
  get isLive(): boolean {
    return (this.#columns.what.get(this.#row) & liveBit) !== 0;
  }
  get term(): bigint | undefined {
    return (this.#columns.what.get(this.#row) & termBit) === 0 ? undefined : this.#columns.terms.get(this.#row);
  }
  get publishedMs(): number {
    return this.#columns.published.get(this.#row);
  }
  get movedTo(): string | undefined {
    const behind = this.#columns.movedTo.get(this.#row);
    return behind === 0 ? undefined : this.#columns.newIds.text(behind - 1);
  }
  get exchange(): number {
    return this.#columns.exchanges.get(this.#row);
  }
  get at(): number {
    return this.#columns.indexes.get(this.#row);
  }
}

/** Things in columns: a hundred bytes each. */
export class ThingTable implements HeldThings {
  readonly #columns = layColumns();

  get size(): number {
    return this.#columns.ids.size;
  }

  /** What it takes. */
  get bytes(): number {
    return Object.values(this.#columns).reduce((sum, { bytes }) => sum + bytes, 0);
  }

  rowOf(id: string): number | undefined {
    return this.#columns.ids.rowOf(id);
  }

  /** What stands in a row now, and in it later when that has changed. */
  at(row: number): HeldThing {
    return new ThingRow(this.#columns, row);
  }

  has(id: string): boolean {
    return this.rowOf(id) !== undefined;
  }

  get(id: string): HeldThing | undefined {
    const row = this.rowOf(id);
    return row === undefined ? undefined : this.at(row);
  }

  *values(): Generator<HeldThing> {
    for (let row = 0; row < this.size; row++) yield this.at(row);
  }

  /** Puts a thing in, in place of what was held of it before. */
  put(id: string, state: ThingState): void {
    const { ids, newIds, what, positions, published, movedTo, exchanges, indexes, terms } = this.#columns;
    const row = ids.add(id);
    const kind = kinds.findIndex((name) => name === state.kind) + 1;
    what.set(row, (kind << kindShift) | (state.term === undefined ? 0 : termBit) | (state.isLive ? liveBit : 0));
    positions.set(row, state.position);
    published.set(row, state.publishedMs);
    movedTo.set(row, state.movedTo === undefined ? 0 : newIds.add(state.movedTo) + 1);
    exchanges.set(row, state.exchange);
    indexes.set(row, state.at);
    if (state.term !== undefined) terms.set(row, state.term);
  }
}
