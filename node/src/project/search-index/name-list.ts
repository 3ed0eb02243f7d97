/** Names by number: each stands once. */
export class NameList {
  readonly names: string[] = [];
  readonly #numbers = new Map<string, number>();

  /** The number of a name, which is added where it is new. */
  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.names.push(name) - 1;
    this.#numbers.set(name, number);
    return number;
  }

  /** The number of a name that is there, or fits below the limit; undefined beyond it. */
  numberWithin(name: string, namesMax: number): number | undefined {
    return this.names.length < namesMax ? this.numberOf(name) : this.#numbers.get(name);
  }
}
