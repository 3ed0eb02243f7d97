import { findTerm } from './dictionary.ts';
import { searchIndexLimits } from './limits.ts';
import { RememberedMatches } from './remembered-matches.ts';
import { none, type TermGroup, type TextField, type TextMatches, type TextMeasure } from './search-view.ts';
import { assortmentMark, type FilterColumn, filterTerm, inBase, type TextIndex } from './text-index.ts';
import { createTextScratch, type TextScratch } from './text-scratch.ts';
import { bm25, fieldWeights, weightSteps } from './text-weights.ts';

type Alternative = TermGroup['alternatives'][number];

/** How strongly a word counts that stands once in the name, in a text of average length. */
const fullStrength = (fieldWeights.name * (bm25.k1 + 1)) / (fieldWeights.name + bm25.k1);

/** Lists of postings that are read side by side; more are added up one by one. */
const mergedMax = 3;

const digitsKept = 6;

/** A figure as a cursor carries it: the same on the first page as on the next. */
const inShort = (value: number): number => Number(value.toPrecision(digitsKept));

/** How rare a group is that so many subjects have. */
type RarityOf = (group: number, having: number) => number;

/** How many subjects were found, in `found` and `outScores`, and how rare each group is; of nothing where none has all. */
interface Matched {
  readonly count: number;
  readonly rarities: readonly number[];
}

/** Finds subjects by words. */
export class TextMatcher {
  readonly #index: TextIndex;
  readonly #remembered = new RememberedMatches(searchIndexLimits.rememberedSubjectsMax);
  #scratch = createTextScratch(0);
  #bySubject: Uint16Array = new Uint16Array(0);
  /** `k1 * (1 - b)`, and `k1 * b / average length`, of the field that is searched. */
  #saturation = 0;
  #saturationPerWord = 0;

  constructor(index: TextIndex) {
    this.#index = index;
  }

  /** As `SearchView.match`. */
  match(groups: readonly TermGroup[], field: TextField, given?: TextMeasure): TextMatches {
    if (given !== undefined) return this.#match(groups, field, given);
    return this.#remembered.find(groups, field, this.#index.version, () => this.#match(groups, field));
  }

  /** Finds the products with one of these numbers in a column; valid until the next call, or of `match`. */
  filter(column: FilterColumn, numbers: readonly number[]): Uint32Array {
    const { found, postings } = this.#prepare('text', 0);
    let count = 0;
    for (const number of numbers) {
      const matching = this.#readPostings(filterTerm(column, number));
      found.set(postings.subarray(0, matching), count);
      count += matching;
    }
    return found.subarray(0, count);
  }

  #match(groups: readonly TermGroup[], field: TextField, given?: TextMeasure): TextMatches {
    const wordsMean = given?.wordsMean ?? this.#wordsMean(field);
    const { found, outScores } = this.#prepare(field, wordsMean);
    const subjects = this.#index.lengths[field].subjects;
    const mark = field === 'assortment' ? assortmentMark : '';
    const rarityOf = (group: number, having: number): number =>
      given?.rarities[group] ?? inShort(Math.log(1 + (subjects - having + 0.5) / (having + 0.5)));
    const [first, ...others] = groups;
    const isOne = first !== undefined && others.length === 0;
    const { count, rarities } = isOne
      ? this.#matchAlone(first, mark, rarityOf)
      : this.#matchAll(groups, mark, rarityOf);
    const full = rarities.reduce((sum, rarity) => sum + rarity, 0) * fullStrength;
    return { count, subjects: found, scores: outScores, full, measure: { wordsMean, rarities } };
  }

  /** Finds subjects by a single word: most queries are one. */
  #matchAlone({ alternatives }: TermGroup, mark: string, rarityOf: RarityOf): Matched {
    const { outScores } = this.#scratch;
    const count = this.#matchOne(alternatives, mark);
    const rarity = rarityOf(0, count);
    for (let at = 0; at < count; at++) outScores[at] = rarity * (outScores[at] as number);
    return { count, rarities: [rarity] };
  }

  /** Finds the subjects that have all of several words, the rarest first: of the others it only matters who among those has them too. */
  #matchAll(groups: readonly TermGroup[], mark: string, rarityOf: RarityOf): Matched {
    const { found, groupScores, seen, stage, scores, touched } = this.#scratch;
    const rarities = groups.map(() => 0);
    let [starts, left] = [0, 0];
    for (const [done, group] of this.#rarestFirst(groups, mark).entries()) {
      let having = 0;
      for (const alternative of groups[group]?.alternatives ?? [])
        having = this.#addAlternative(alternative, mark, having, done);
      const rarity = rarityOf(group, having);
      rarities[group] = rarity;
      left = 0;
      for (let at = 0; at < having; at++) {
        const subject = touched[at] as number;
        seen[subject] = 0;
        if (stage[subject] !== done) continue;
        scores[subject] = (scores[subject] as number) + rarity * (groupScores[subject] as number);
        groupScores[subject] = 0;
        stage[subject] = done + 1;
        if (done === 0) found[starts++] = subject;
        left += 1;
      }
      if (left === 0) break;
    }
    return { count: this.#collect(starts, groups.length), rarities };
  }

  /** Groups by how many postings they have. */
  #rarestFirst(groups: readonly TermGroup[], mark: string): readonly number[] {
    const postings = groups.map(({ alternatives }) =>
      alternatives.flatMap(({ terms }) => terms).reduce((sum, term) => sum + this.#index.count(mark + term), 0),
    );
    return [...groups.keys()].toSorted((one, other) => (postings[one] ?? 0) - (postings[other] ?? 0));
  }

  /** Finds subjects by a single word, in `found` and `outScores`: a common word finds thousands. @returns how many */
  #matchOne(alternatives: readonly Alternative[], mark: string): number {
    if (alternatives.length <= mergedMax && alternatives.every(({ terms }) => terms.length === 1))
      return this.#addFromDeltas(alternatives, mark, this.#mergePostings(alternatives, mark));
    const { groupScores, seen, touched, found, outScores } = this.#scratch;
    let count = 0;
    for (const alternative of alternatives) count = this.#addAlternative(alternative, mark, count, 0);
    for (let at = 0; at < count; at++) {
      const subject = touched[at] as number;
      seen[subject] = 0;
      found[at] = subject;
      outScores[at] = groupScores[subject] as number;
      groupScores[subject] = 0;
    }
    return count;
  }

  /** Reads the postings of a few terms side by side, since each list is in order of its subjects: memory is read from front to back. @returns how many */
  #mergePostings(alternatives: readonly Alternative[], mark: string): number {
    const { base, rowOf, oldRows } = this.#index;
    const { postingStarts, postingSubjects, postingWeights } = base;
    const { found, outScores } = this.#scratch;
    const places = new Uint32Array(mergedMax);
    const ends = new Uint32Array(mergedMax);
    /** The next subject of each list; `none` behind its end. */
    const next = new Uint32Array(mergedMax).fill(none);
    const weights = new Float64Array(mergedMax);
    let lists = 0;
    for (const { terms, weight } of alternatives) {
      const term = findTerm(base.dictionary, mark + terms[0]);
      if (term === undefined) continue;
      const start = postingStarts[term] as number;
      places[lists] = start;
      ends[lists] = postingStarts[term + 1] as number;
      next[lists] = start < (ends[lists] as number) ? (postingSubjects[start] as number) : none;
      weights[lists++] = weight;
    }
    let count = 0;
    for (;;) {
      let subject = next[0] as number;
      for (let list = 1; list < lists; list++) if ((next[list] as number) < subject) subject = next[list] as number;
      if (subject === none) return count;
      const saturation = this.#saturationOf(subject);
      let best = 0;
      for (let list = 0; list < lists; list++) {
        if (next[list] !== subject) continue;
        const place = places[list] as number;
        best = Math.max(best, strengthOf(postingWeights[place] as number, saturation) * (weights[list] as number));
        places[list] = place + 1;
        next[list] = place + 1 < (ends[list] as number) ? (postingSubjects[place + 1] as number) : none;
      }
      // Where nothing has changed since the merge, all of it counts.
      if (oldRows > 0 && rowOf[subject] !== inBase) continue;
      found[count] = subject;
      outScores[count++] = best;
    }
  }

  /** Adds what has changed since the merge: none of it is found in the base. @returns how many there are in all */
  #addFromDeltas(alternatives: readonly Alternative[], mark: string, countBefore: number): number {
    const { found, outScores, postings, strengths } = this.#scratch;
    if (this.#index.deltas.length === 0) return countBefore;
    const best = new Map<number, number>();
    for (const { terms, weight } of alternatives) {
      const matching = this.#readDeltas(mark + terms[0], 0);
      for (let at = 0; at < matching; at++) {
        const subject = postings[at] as number;
        best.set(subject, Math.max(best.get(subject) ?? 0, (strengths[at] as number) * weight));
      }
    }
    let count = countBefore;
    for (const [subject, score] of best) {
      found[count] = subject;
      outScores[count++] = score;
    }
    return count;
  }

  #wordsMean(field: TextField): number {
    const { subjects, sum } = this.#index.lengths[field];
    return subjects === 0 ? 0 : inShort(sum / subjects);
  }

  #prepare(field: TextField, wordsMean: number): TextScratch {
    const { bySubject } = this.#index.lengths[field];
    if (this.#scratch.scores.length < bySubject.length) this.#scratch = createTextScratch(bySubject.length);
    this.#bySubject = bySubject;
    this.#saturation = bm25.k1 * (1 - bm25.b);
    this.#saturationPerWord = wordsMean === 0 ? 0 : (bm25.k1 * bm25.b) / wordsMean;
    return this.#scratch;
  }

  /** Leaves those of the found that are at this stage, with their scores; clears the scratch. @returns how many */
  #collect(starts: number, stageOfAll: number): number {
    const { found, outScores, scores, stage } = this.#scratch;
    let count = 0;
    for (let at = 0; at < starts; at++) {
      const subject = found[at] as number;
      if (stage[subject] === stageOfAll) {
        outScores[count] = scores[subject] as number;
        found[count++] = subject;
      }
      scores[subject] = 0;
      stage[subject] = 0;
    }
    return count;
  }

  /**
   * Adds the subjects that an alternative finds to `touched`, and to `groupScores` how well it fits those that have all words before.
   * @param done how many words those are
   * @returns how many there are in `touched` then
   */
  #addAlternative({ terms, weight }: Alternative, mark: string, touchedBefore: number, done: number): number {
    const { groupScores, postings, seen, stage, strengths, touched } = this.#scratch;
    const [only] = terms;
    const isOne = only !== undefined && terms.length === 1;
    let count = isOne ? this.#addFromBase(mark + only, weight, touchedBefore, done) : touchedBefore;
    const matching = isOne ? this.#readDeltas(mark + only, 0) : this.#readCommon(terms, mark);
    for (let at = 0; at < matching; at++) {
      const subject = postings[at] as number;
      if (seen[subject] === 0) {
        seen[subject] = 1;
        touched[count++] = subject;
      }
      if (stage[subject] !== done) continue;
      const score = (strengths[at] as number) * weight;
      if (score > (groupScores[subject] as number)) groupScores[subject] = score;
    }
    return count;
  }

  /** The same for the postings of one term in the base: how strongly it counts is reckoned only where it matters. */
  #addFromBase(term: string, weight: number, touchedBefore: number, done: number): number {
    const { base, rowOf, oldRows } = this.#index;
    const number = findTerm(base.dictionary, term);
    if (number === undefined) return touchedBefore;
    const { postingStarts, postingSubjects, postingWeights } = base;
    const { groupScores, seen, stage, touched } = this.#scratch;
    let count = touchedBefore;
    const end = postingStarts[number + 1] as number;
    for (let at = postingStarts[number] as number; at < end; at++) {
      const subject = postingSubjects[at] as number;
      if (oldRows > 0 && rowOf[subject] !== inBase) continue;
      if (seen[subject] === 0) {
        seen[subject] = 1;
        touched[count++] = subject;
      }
      if (stage[subject] !== done) continue;
      const score = this.#strength(subject, postingWeights[at] as number) * weight;
      if (score > (groupScores[subject] as number)) groupScores[subject] = score;
    }
    return count;
  }

  /** Finds the subjects that have all these terms: each counts as their average. @returns how many */
  #readCommon(terms: readonly string[], mark: string): number {
    const { started, parts, partScores, postings, strengths } = this.#scratch;
    let starts = 0;
    for (const [place, term] of terms.entries()) {
      const count = this.#readPostings(mark + term);
      for (let at = 0; at < count; at++) {
        const subject = postings[at] as number;
        if (parts[subject] !== place) continue;
        if (place === 0) started[starts++] = subject;
        parts[subject] = place + 1;
        partScores[subject] = (partScores[subject] as number) + (strengths[at] as number);
      }
    }
    let common = 0;
    for (let at = 0; at < starts; at++) {
      const subject = started[at] as number;
      if (parts[subject] === terms.length) {
        postings[common] = subject;
        strengths[common++] = (partScores[subject] as number) / terms.length;
      }
      parts[subject] = 0;
      partScores[subject] = 0;
    }
    return common;
  }

  /** Finds the subjects that have a term, and how strongly (BM25 without the rarity of the term). @returns how many */
  #readPostings(term: string): number {
    const { base, rowOf, oldRows } = this.#index;
    const { postings, strengths } = this.#scratch;
    let count = 0;
    const inDictionary = findTerm(base.dictionary, term);
    if (inDictionary !== undefined) {
      const { postingStarts, postingSubjects, postingWeights } = base;
      const end = postingStarts[inDictionary + 1] ?? 0;
      for (let at = postingStarts[inDictionary] ?? 0; at < end; at++) {
        const subject = postingSubjects[at] as number;
        if (oldRows > 0 && rowOf[subject] !== inBase) continue;
        postings[count] = subject;
        strengths[count++] = this.#strength(subject, postingWeights[at] as number);
      }
    }
    return this.#readDeltas(term, count);
  }

  /** Adds the subjects whose changed texts have a term. @returns how many there are then */
  #readDeltas(term: string, countBefore: number): number {
    const { deltas, rowOf } = this.#index;
    const { postings, strengths } = this.#scratch;
    let count = countBefore;
    for (const delta of deltas) {
      const { array: rows } = delta.postingRows;
      const { array: subjects } = delta.rowSubjects;
      const { array: previous } = delta.previous;
      const number = delta.find(term);
      const last = number === undefined ? none : (delta.heads.array[number] ?? none);
      for (let at = last; at !== none; at = previous[at] ?? none) {
        const row = rows[at] ?? 0;
        const subject = subjects[row - delta.firstRow] ?? 0;
        if (rowOf[subject] !== row) continue;
        postings[count] = subject;
        strengths[count++] = this.#strength(subject, delta.postingWeights[at] ?? 0);
      }
    }
    return count;
  }

  #saturationOf(subject: number): number {
    return this.#saturation + this.#saturationPerWord * (this.#bySubject[subject] ?? 0);
  }

  #strength(subject: number, steps: number): number {
    return strengthOf(steps, this.#saturationOf(subject));
  }
}

/** How strongly a word counts (BM25 without its rarity), by its weight in steps. */
const strengthOf = (steps: number, saturation: number): number => {
  const weight = steps / weightSteps;
  return (weight * (bm25.k1 + 1)) / (weight + saturation);
};
