import { NumberColumn } from '../compact/number-column.ts';
import { specifiedTerm, termOfEntry } from './digest-term.ts';
import type { HeldThing, HeldThings } from './held-thing.ts';
import type { SeenEntry } from './seen-page.ts';
import { stateOfEntry } from './state-of-entry.ts';
import { ThingTable } from './thing-table.ts';

/** How a thing of the first walk was met again. */
const [notMet, asBefore, otherwise] = [0, 1, 2];

/** What a second walk meets: a byte for each thing that stands as it stood, and all of what is new or has changed. */
export class ThingsMetAgain implements HeldThings {
  readonly #first: ThingTable;
  readonly #met = new NumberColumn(Uint8Array);
  readonly #others = new ThingTable();
  #size = 0;

  constructor(first: ThingTable) {
    this.#first = first;
  }

  get size(): number {
    return this.#size;
  }

  /** What it takes, besides what the first walk holds. */
  get bytes(): number {
    return this.#met.bytes + this.#others.bytes;
  }

  /** Takes an entry in, unless a newer one of the same thing was met. */
  take(exchange: number, entry: SeenEntry): void {
    const seen = stateOfEntry(exchange, entry);
    if (seen === undefined) return;
    const { id, state } = seen;
    const held = this.get(id);
    if (held !== undefined && held.position >= state.position) return;
    if (held === undefined) this.#size += 1;
    const row = this.#first.rowOf(id);
    const before = row === undefined ? undefined : this.#first.at(row);
    const isAsBefore = before?.position === state.position && before.isLive === state.isLive;
    if (!isAsBefore) {
      const term = state.isLive ? termOfEntry(specifiedTerm, id, entry.item['data']) : undefined;
      this.#others.put(id, { ...state, term });
    }
    if (row !== undefined) this.#met.set(row, isAsBefore ? asBefore : otherwise);
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  get(id: string): HeldThing | undefined {
    const row = this.#first.rowOf(id);
    const met = row === undefined ? otherwise : this.#met.get(row);
    if (row === undefined || met === otherwise) return this.#others.get(id);
    return met === notMet ? undefined : this.#first.at(row);
  }

  *values(): Generator<HeldThing> {
    for (const thing of this.#others.values()) {
      const row = this.#first.rowOf(thing.id);
      if (row === undefined || this.#met.get(row) === otherwise) yield thing;
    }
    for (let row = 0; row < this.#first.size; row++) if (this.#met.get(row) === asBefore) yield this.#first.at(row);
  }
}
