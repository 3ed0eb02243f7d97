import { none } from '../project/search-index/search-view.ts';

/** How well the words fit each subject. One is made a process and filled by each search, so that a common word allocates nothing. */
export class SubjectTexts {
  #found = new Uint32Array(0);
  #texts = new Float64Array(0);
  #count = 0;
  /** Where each subject stands, and one more; 0 for those that are not found. Only searches that ask for one subject need it. */
  #places: Uint32Array | undefined;
  /** Those from here on are lent their text. */
  #lentFrom = Infinity;

  /** Forgets everything, and makes room for so many subjects. */
  start(subjectEnd: number): void {
    if (subjectEnd > this.#found.length) {
      const room = Math.ceil(subjectEnd * 1.25) + 64;
      this.#found = new Uint32Array(room);
      this.#texts = new Float64Array(room);
    }
    this.#count = 0;
    this.#places = undefined;
    this.#lentFrom = Infinity;
  }

  /** How many subjects are found. */
  get count(): number {
    return this.#count;
  }

  /** The subjects that are found, as they came: the first `count`. */
  get found(): Uint32Array {
    return this.#found;
  }

  /** How well the words fit each of them, 0 to 1, in the same order. */
  get texts(): Float64Array {
    return this.#texts;
  }

  /** Adds a subject that is not there yet. */
  add(subject: number, text: number): void {
    this.#found[this.#count] = subject;
    this.#texts[this.#count++] = text;
  }

  /** How well the words fit a subject; 0 where they don't. */
  of(subject: number): number {
    const place = this.#placesOf()[subject] ?? 0;
    return place === 0 ? 0 : (this.#texts[place - 1] ?? 0);
  }

  /** Writes down how well the words fit a subject, which may be there already. */
  put(subject: number, text: number): void {
    const places = this.#placesOf();
    const place = places[subject] ?? 0;
    if (place > 0) this.#texts[place - 1] = text;
    else {
      this.add(subject, text);
      places[subject] = this.#count;
    }
  }

  /** As `put`, for a subject that may be found by the words of another alone. */
  lend(subject: number, text: number): void {
    this.#lentFrom = Math.min(this.#lentFrom, this.#count);
    this.put(subject, text);
  }

  /** Whether the words fit a subject only by what another says. */
  isLent(subject: number): boolean {
    return this.#lentFrom < this.#count && (this.#placesOf()[subject] ?? 0) > this.#lentFrom;
  }

  #placesOf(): Uint32Array {
    if (this.#places === undefined) {
      this.#places = new Uint32Array(this.#found.length);
      for (let at = 0; at < this.#count; at++) this.#places[this.#found[at] ?? none] = at + 1;
    }
    return this.#places;
  }
}
