import { indexTerms } from './index-terms.ts';
import { beginsAlike, type IndexTerm, type StemLanguage, stemMark, type Vocabulary } from './language.ts';

const distance = (a: string, b: string): number => {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Infinity;
  for (let row = 1; row <= a.length; row++) {
    rows[row] = [row];
    for (let column = 1; column <= b.length; column++) {
      const swap =
        a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1] ? at(row - 2, column - 2) + 1 : Infinity;
      const replace = at(row - 1, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      rows[row]?.push(Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, replace, swap));
    }
  }
  return at(a.length, b.length);
};

/** Some texts as an index knows them, the slow and sure way; `find` says which match all words of a query. */
export class TextVocabulary implements Vocabulary {
  readonly #texts: readonly ReadonlySet<string>[];

  constructor(texts: readonly string[], language: StemLanguage = 'nl', more: readonly IndexTerm[] = []) {
    this.#texts = texts.map((text) => new Set([...indexTerms(text, language), ...more].map(({ term }) => term)));
  }

  subjectsWith(term: string): number {
    return this.#texts.filter((terms) => terms.has(term)).length;
  }

  withPrefix(prefix: string, limit: number): readonly string[] {
    return this.#words()
      .filter((word) => word.startsWith(prefix))
      .slice(0, limit);
  }

  near(word: string, distanceMax: number, limit: number): readonly string[] {
    return this.#words()
      .filter((candidate) => beginsAlike(word, candidate))
      .map((candidate) => ({ candidate, far: distance(word, candidate) }))
      .filter(({ far }) => far <= distanceMax)
      .toSorted((a, b) => a.far - b.far)
      .slice(0, limit)
      .map(({ candidate }) => candidate);
  }

  /** Numbers of the texts that have one alternative of every word. */
  find(words: readonly { readonly alternatives: readonly { readonly terms: readonly string[] }[] }[]): number[] {
    return [...this.#texts.entries()]
      .filter(([, terms]) =>
        words.every(({ alternatives }) => alternatives.some((one) => one.terms.every((term) => terms.has(term)))),
      )
      .map(([number]) => number);
  }

  #words(): string[] {
    return [...new Set(this.#texts.flatMap((terms) => [...terms]))]
      .filter((term) => !term.startsWith(stemMark))
      .toSorted((a, b) => this.subjectsWith(b) - this.subjectsWith(a));
  }
}
