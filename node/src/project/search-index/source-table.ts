import type { Position } from '@openstraat/spec';
import type { IndexedSource } from './search-view.ts';

/** Sources by number, and when each last delivered everything. */
export class SourceTable {
  readonly sources: { readonly id: string; position: Position; lastCompleteDelivery: number }[] = [];
  readonly #numbers = new Map<string, number>();

  /** The number of a source, which offers may name before it arrives. */
  numberOf(id: string): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    const number = this.sources.push({ id, position: 0, lastCompleteDelivery: 0 }) - 1;
    this.#numbers.set(id, number);
    return number;
  }

  /** Says when a source last delivered everything, in seconds since 1970; 0 for never. */
  put({ id, position, lastCompleteDelivery }: IndexedSource): void {
    const source = this.sources[this.numberOf(id)];
    if (source === undefined) return;
    source.position = position;
    source.lastCompleteDelivery = lastCompleteDelivery;
  }
}
