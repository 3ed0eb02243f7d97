import { none } from '../project/search-index/search-view.ts';

/** How well the words fit each subject. One is made a process and filled by each search, so that a common word allocates nothing. */
export class SubjectTexts {
  /** 0 for what is not found. */
  #texts = new Float64Array(0);
  #found = new Uint32Array(0);
  #count = 0;

  /** Forgets everything, and makes room for so many subjects. */
  start(subjectEnd: number): void {
    if (subjectEnd > this.#texts.length) {
      const room = Math.ceil(subjectEnd * 1.25) + 64;
      this.#texts = new Float64Array(room);
      this.#found = new Uint32Array(room);
    } else for (let at = 0; at < this.#count; at++) this.#texts[this.#found[at] ?? none] = 0;
    this.#count = 0;
  }

  /** How many subjects are found. */
  get count(): number {
    return this.#count;
  }

  /** The subjects that are found, as they came: the first `count`. */
  get found(): Uint32Array {
    return this.#found;
  }

  /** How well the words fit a subject, 0 to 1; 0 where they don't. */
  of(subject: number): number {
    return this.#texts[subject] ?? 0;
  }

  /** Writes down how well the words fit, above 0. */
  put(subject: number, text: number): void {
    if (this.#texts[subject] === 0) this.#found[this.#count++] = subject;
    this.#texts[subject] = text;
  }
}
