/** Sources by number, and when each last delivered everything. */
export class SourceTable {
  readonly sources: { readonly id: string; lastCompleteDelivery: number }[] = [];
  readonly #numbers = new Map<string, number>();

  /** The number of a source, which offers may name before it arrives. */
  numberOf(id: string): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    const number = this.sources.push({ id, lastCompleteDelivery: 0 }) - 1;
    this.#numbers.set(id, number);
    return number;
  }

  /** Says when a source last delivered everything, in seconds since 1970; 0 for never. */
  put(id: string, lastCompleteDelivery: number): void {
    const source = this.sources[this.numberOf(id)];
    if (source !== undefined) source.lastCompleteDelivery = lastCompleteDelivery;
  }
}
