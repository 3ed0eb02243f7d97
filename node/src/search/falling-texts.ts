import { none } from '../project/search-index/search-view.ts';
import type { SubjectTexts } from './subject-texts.ts';

/** Fine enough to stop near where nothing behind can come onto the page, coarse enough to sort in no time. */
const steps = 32;
const stepOf = (text: number): number => Math.min(steps - 1, Math.floor(text * steps));

/** Visits subjects by falling text, so that a search may stop where nothing behind fits well enough. One is made a process. */
export class FallingTexts {
  #ordered = new Uint32Array(0);
  #orderedTexts = new Float64Array(0);
  readonly #starts = new Uint32Array(steps + 1);

  /**
   * Visits subjects, better texts first; those that differ by less than a step come as they were found.
   * @param mayCome whether what fits at most so well may still come onto the page: the first that may not ends it
   */
  visit(
    found: SubjectTexts,
    mayCome: (textMax: number) => boolean,
    visit: (subject: number, text: number) => void,
  ): void {
    this.#sort(found);
    const [ordered, texts] = [this.#ordered, this.#orderedTexts];
    for (let step = steps - 1, at = 0; at < found.count && mayCome((step + 1) / steps); step--)
      for (const end = this.#starts[step] ?? 0; at < end; at++) visit(ordered[at] ?? none, texts[at] ?? 0);
  }

  /** Sorts by counting. Behind it, `#starts` says where those of each step end. */
  #sort({ count, found, texts }: SubjectTexts): void {
    if (count > this.#ordered.length) {
      this.#ordered = new Uint32Array(found.length);
      this.#orderedTexts = new Float64Array(found.length);
    }
    const starts = this.#starts.fill(0);
    for (let at = 0; at < count; at++) {
      const step = stepOf(texts[at] ?? 0);
      starts[step] = (starts[step] ?? 0) + 1;
    }
    for (let step = steps - 1, sum = 0; step >= 0; step--) {
      const here = starts[step] ?? 0;
      starts[step] = sum;
      sum += here;
    }
    for (let at = 0; at < count; at++) {
      const text = texts[at] ?? 0;
      const step = stepOf(text);
      const place = starts[step] ?? 0;
      this.#ordered[place] = found[at] ?? none;
      this.#orderedTexts[place] = text;
      starts[step] = place + 1;
    }
  }
}
