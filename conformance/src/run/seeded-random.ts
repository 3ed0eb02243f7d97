import { hash } from 'node:crypto';

/** Numbers that are the same for the same seed (mulberry32). */
export class SeededRandom {
  #state: number;

  /** @param seed any text */
  constructor(seed: string) {
    this.#state = Number.parseInt(hash('sha256', seed, 'hex').slice(0, 8), 16);
  }

  /** In [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `from` up to but not `to`. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from));
  }

  /** At most `count` of what passes, which may be millions, in the order in which it passed. */
  sampleOf<T>(passing: Iterable<T>, count: number): readonly T[] {
    const chosen: { readonly item: T; readonly at: number }[] = [];
    let passed = 0;
    for (const item of passing) {
      const place = passed < count ? passed : this.between(0, passed + 1);
      if (place < count) chosen[place] = { item, at: passed };
      passed += 1;
    }
    return chosen.toSorted((left, right) => left.at - right.at).map(({ item }) => item);
  }

  /** At most `count` of the items, each at most once, in random order. */
  sample<T>(items: readonly T[], count: number): readonly T[] {
    const rest = [...items];
    const chosen: T[] = [];
    while (chosen.length < count && rest.length > 0) chosen.push(...rest.splice(this.between(0, rest.length), 1));
    return chosen;
  }
}
