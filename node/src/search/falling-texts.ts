import { none } from '../project/search-index/search-view.ts';
import type { SubjectTexts } from './subject-texts.ts';

/** Fine enough to stop near where nothing behind can come onto the page, coarse enough to sort in no time. */
const steps = 32;
const stepOf = (text: number): number => Math.min(steps - 1, Math.floor(text * steps));

/** Visits subjects by falling text, so that a search may stop where nothing behind fits well enough. One is made a process. */
export class FallingTexts {
  #ordered = new Uint32Array(0);
  readonly #starts = new Uint32Array(steps + 1);

  /**
   * Visits subjects, better texts first; those that differ by less than a step come as they were found.
   * @param mayCome whether what fits at most so well may still come onto the page: the first that may not ends it
   */
  visit(
    texts: SubjectTexts,
    mayCome: (textMax: number) => boolean,
    visit: (subject: number, text: number) => void,
  ): void {
    const ordered = this.#sort(texts);
    for (let step = steps - 1, at = 0; at < texts.count && mayCome((step + 1) / steps); step--)
      for (const end = this.#starts[step] ?? 0; at < end; at++) {
        const subject = ordered[at] ?? none;
        visit(subject, texts.of(subject));
      }
  }

  /** Sorts by counting. Behind it, `#starts` says where those of each step end. */
  #sort(texts: SubjectTexts): Uint32Array {
    const { count, found } = texts;
    if (count > this.#ordered.length) this.#ordered = new Uint32Array(found.length);
    const starts = this.#starts.fill(0);
    for (let at = 0; at < count; at++) {
      const step = stepOf(texts.of(found[at] ?? none));
      starts[step] = (starts[step] ?? 0) + 1;
    }
    for (let step = steps - 1, sum = 0; step >= 0; step--) {
      const here = starts[step] ?? 0;
      starts[step] = sum;
      sum += here;
    }
    for (let at = 0; at < count; at++) {
      const subject = found[at] ?? none;
      const step = stepOf(texts.of(subject));
      const place = starts[step] ?? 0;
      this.#ordered[place] = subject;
      starts[step] = place + 1;
    }
    return this.#ordered;
  }
}
