import { beginsAlike, type Vocabulary } from '../../language/language.ts';
import { compareTerm, lowerBound, termAt } from './dictionary.ts';
import { editDistance } from './edit-distance.ts';
import { bitCount, letterBits } from './letters.ts';
import { searchIndexLimits } from './limits.ts';
import { assortmentMark, type TextIndex } from './text-index.ts';
import { isWord, wordOf } from './words.ts';

/** Behind every term that starts with a prefix. */
const afterPrefix = '\uffff\uffff';

interface Candidate {
  readonly word: string;
  readonly subjects: number;
  readonly distance: number;
}

const bestFirst = (one: Candidate, other: Candidate): number =>
  one.distance - other.distance || other.subjects - one.subjects || (one.word < other.word ? -1 : 1);

/** What the index knows of words, in both fields. */
export class IndexVocabulary implements Vocabulary {
  readonly #index: TextIndex;

  constructor(index: TextIndex) {
    this.#index = index;
  }

  subjectsWith(term: string): number {
    return this.#index.count(term) + this.#index.count(assortmentMark + term);
  }

  withPrefix(prefix: string, limit: number): readonly string[] {
    if (prefix === '' || !isWord(prefix)) return [];
    const words = new Set([...this.#topOf(prefix, limit), ...this.#topOf(assortmentMark + prefix, limit)]);
    return [...words]
      .map((word) => ({ word, subjects: this.subjectsWith(word), distance: 0 }))
      .toSorted(bestFirst)
      .slice(0, limit)
      .map(({ word }) => word);
  }

  near(word: string, distanceMax: number, limit: number): readonly string[] {
    const words = new Set<string>();
    const bits = letterBits(word);
    const { dictionary, letters, wordsByLength, lengthStarts } = this.#index.base;
    const lengthMin = Math.max(1, word.length - distanceMax);
    const lengthMax = Math.min(searchIndexLimits.termCharactersMax, word.length + distanceMax);
    const starts = new Set([word.slice(0, 1), word.slice(1, 2)].filter((start) => start !== ''));
    for (let length = lengthMin; length <= lengthMax; length++)
      for (const start of [...starts].flatMap((letter) => [letter, assortmentMark + letter])) {
        // Words of one length stand in order, so those of one first letter stand together.
        const [from, end] = [lengthStarts[length] ?? 0, lengthStarts[length + 1] ?? 0];
        const last = this.#firstOfLength(from, end, start + afterPrefix);
        for (let at = this.#firstOfLength(from, end, start); at < last; at++) {
          const number = wordsByLength[at] ?? 0;
          if (bitCount(((letters[number] ?? 0) ^ bits) >>> 0) <= 2 * distanceMax)
            words.add(wordOf(termAt(dictionary, number)));
        }
      }
    for (const term of this.#changedTerms()) {
      if (!isWord(term)) continue;
      const other = wordOf(term);
      if (other.length < lengthMin || other.length > lengthMax) continue;
      if (bitCount((letterBits(other) ^ bits) >>> 0) <= 2 * distanceMax) words.add(other);
    }
    return [...words]
      .filter((other) => beginsAlike(word, other))
      .map((other) => ({ word: other, distance: editDistance(word, other, distanceMax) }))
      .filter(({ distance }) => distance <= distanceMax)
      .map((candidate) => ({ ...candidate, subjects: this.subjectsWith(candidate.word) }))
      .filter(({ subjects }) => subjects > 0)
      .toSorted(bestFirst)
      .slice(0, limit)
      .map(({ word: other }) => other);
  }

  /** Where, among words of one length, the first stands that is `term` or behind it. */
  #firstOfLength(from: number, end: number, term: string): number {
    const { dictionary, wordsByLength } = this.#index.base;
    let [low, high] = [from, end];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareTerm(dictionary, wordsByLength[middle] ?? 0, term) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Terms of texts that changed since the last merge; some more than once. */
  *#changedTerms(): Generator<string> {
    for (const { terms } of this.#index.deltas) yield* terms;
  }

  /** The words of most subjects that start with a prefix, in one field. */
  #topOf(prefix: string, limit: number): readonly string[] {
    const { base } = this.#index;
    const changed = new Set<string>();
    const best: Candidate[] = [];
    const add = (candidate: Candidate): void => {
      const place = best.findIndex((other) => bestFirst(candidate, other) < 0);
      best.splice(place < 0 ? best.length : place, 0, candidate);
      if (best.length > limit) best.pop();
    };
    for (const term of this.#changedTerms()) {
      if (!term.startsWith(prefix) || changed.has(term)) continue;
      changed.add(term);
      const subjects = this.#index.count(term);
      if (subjects > 0) add({ word: term, subjects, distance: 0 });
    }
    const end = lowerBound(base.dictionary, prefix + afterPrefix);
    for (let number = lowerBound(base.dictionary, prefix); number < end; number++) {
      const subjects = this.#index.countInBase(number);
      const worst = best.length < limit ? undefined : best.at(-1);
      if (subjects === 0 || subjects < (worst?.subjects ?? 0)) continue;
      if (worst?.subjects === subjects && compareTerm(base.dictionary, number, worst.word) > 0) continue;
      const word = termAt(base.dictionary, number);
      // Those that changed have been counted above, with what the base has of them.
      if (!changed.has(word)) add({ word, subjects, distance: 0 });
    }
    return best.map(({ word }) => wordOf(word));
  }
}
