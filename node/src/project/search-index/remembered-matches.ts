import type { TermGroup, TextField, TextMatches } from './search-view.ts';

/** Matches of fewer subjects are found again sooner than they are remembered. */
const subjectsMin = 500;

const keyOf = (groups: readonly TermGroup[], field: TextField): string => JSON.stringify([field, groups]);

/** Remembers what words have found as long as no text changes: the same words are asked again and again. Later pages keep the measures of their first and are matched anew. */
export class RememberedMatches {
  readonly #subjectsMax: number;
  /** The longest unasked first. */
  #kept = new Map<string, TextMatches>();
  #subjects = 0;
  #version = 0;

  /** @param subjectsMax of all that is remembered */
  constructor(subjectsMax: number) {
    this.#subjectsMax = subjectsMax;
  }

  /** What was found, or what `match` finds now. @param version of the texts */
  find(groups: readonly TermGroup[], field: TextField, version: number, match: () => TextMatches): TextMatches {
    if (version !== this.#version) {
      this.#kept.clear();
      this.#subjects = 0;
      this.#version = version;
    }
    const key = keyOf(groups, field);
    const known = this.#kept.get(key);
    if (known !== undefined) {
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known;
    }
    const found = match();
    const { count } = found;
    if (count < subjectsMin || count > this.#subjectsMax) return found;
    const kept = {
      ...found,
      subjects: found.subjects.slice(0, count),
      scores: found.scores.slice(0, count),
    };
    this.#kept.set(key, kept);
    this.#subjects += count;
    for (const [oldest, { count: gone }] of this.#kept) {
      if (this.#subjects <= this.#subjectsMax) break;
      this.#kept.delete(oldest);
      this.#subjects -= gone;
    }
    return kept;
  }
}
