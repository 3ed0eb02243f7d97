import { addToDigest, subtractFromDigest } from '@openstraat/spec';
import { specifiedTerm, type TermOf, termOfEntry } from './digest-term.ts';
import type { SeenEntry } from './seen-page.ts';
import { stateOfEntry } from './state-of-entry.ts';
import { ThingTable } from './thing-table.ts';

/** What a reader holds that takes in entries: the newest state of each thing, and the digest over it. */
export class Replica {
  readonly things: ThingTable = new ThingTable();
  live = 0;
  digest = 0n;
  /** Live things whose data has no canonical form: while there are any, no digest can be compared. */
  withoutTerm = 0;
  readonly #termOf: TermOf;

  constructor(termOf: TermOf = specifiedTerm) {
    this.#termOf = termOf;
  }

  /** Takes an entry in, unless it holds a newer one. @returns the exchange in which the thing was met before */
  take(exchange: number, entry: SeenEntry): number | undefined {
    const seen = stateOfEntry(exchange, entry);
    if (seen === undefined) return undefined;
    const { id, state } = seen;
    const held = this.things.get(id);
    const before = held?.exchange;
    if (held !== undefined && held.position >= state.position) return before;
    if (held?.isLive === true) this.#count(held.term, -1);
    const term = state.isLive ? termOfEntry(this.#termOf, id, entry.item['data']) : undefined;
    if (state.isLive) this.#count(term, 1);
    this.things.put(id, { ...state, term });
    return before;
  }

  #count(term: bigint | undefined, by: 1 | -1): void {
    this.live += by;
    if (term === undefined) this.withoutTerm += by;
    else this.digest = by === 1 ? addToDigest(this.digest, term) : subtractFromDigest(this.digest, term);
  }
}
