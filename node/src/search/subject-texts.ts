/** How well the words fit each subject, 0 where they don't. One is made a process and filled by each search, so that a common word allocates nothing. */
export class SubjectTexts {
  #texts = new Float64Array(0);

  /** All 0, with room for so many subjects; valid until the next start. */
  start(subjectEnd: number): Float64Array {
    if (subjectEnd > this.#texts.length) this.#texts = new Float64Array(Math.ceil(subjectEnd * 1.25) + 64);
    else this.#texts.fill(0);
    return this.#texts;
  }
}
