import { findTerm } from './dictionary.ts';
import { searchIndexLimits } from './limits.ts';
import { RememberedMatches } from './remembered-matches.ts';
import { none, type TermGroup, type TextField, type TextMatches, type TextMeasure } from './search-view.ts';
import { assortmentMark, inBase, type TextIndex } from './text-index.ts';
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

  match(groups: readonly TermGroup[], field: TextField, groupsMin: number, given?: TextMeasure): TextMatches {
    if (given !== undefined) return this.#match(groups, field, groupsMin, given);
    return this.#remembered.find(groups, field, groupsMin, this.#index.version, () =>
      this.#match(groups, field, groupsMin),
    );
  }

  #match(groups: readonly TermGroup[], field: TextField, groupsMin: number, given?: TextMeasure): TextMatches {
    const wordsMean = given?.wordsMean ?? this.#wordsMean(field);
    const scratch = this.#prepare(field, wordsMean);
    const subjects = this.#index.lengths[field].subjects;
    const mark = field === 'assortment' ? assortmentMark : '';
    const rarityOf = (group: number, found: number): number =>
      given?.rarities[group] ?? inShort(Math.log(1 + (subjects - found + 0.5) / (found + 0.5)));
    const [first, ...others] = groups;
    if (first !== undefined && others.length === 0 && groupsMin <= 1) {
      const count = this.#matchOne(first.alternatives, mark);
      const rarity = rarityOf(0, count);
      const { found: matching, outScores, outGroups } = scratch;
      for (let at = 0; at < count; at++) outScores[at] = rarity * (outScores[at] as number);
      outGroups.fill(1, 0, count);
      const measure = { wordsMean, rarities: [rarity] };
      return { count, subjects: matching, scores: outScores, groups: outGroups, full: rarity * fullStrength, measure };
    }
    let found = 0;
    const rarities: number[] = [];
    for (const [group, { alternatives }] of groups.entries()) {
      let touched = 0;
      for (const alternative of alternatives) touched = this.#addAlternative(alternative, mark, touched);
      const rarity = rarityOf(group, touched);
      rarities.push(rarity);
      for (let at = 0; at < touched; at++) {
        const subject = scratch.touched[at] ?? 0;
        if (scratch.groups[subject] === 0) scratch.found[found++] = subject;
        scratch.groups[subject] = (scratch.groups[subject] ?? 0) + 1;
        scratch.scores[subject] = (scratch.scores[subject] ?? 0) + rarity * (scratch.groupScores[subject] ?? 0);
        scratch.groupScores[subject] = 0;
      }
    }
    return {
      ...this.#collect(found, groupsMin),
      full: rarities.reduce((sum, rarity) => sum + rarity, 0) * fullStrength,
      measure: { wordsMean, rarities },
    };
  }

  /** Finds subjects by a single word, in `found` and `outScores`: most queries are one, and a common word finds thousands. @returns how many */
  #matchOne(alternatives: readonly Alternative[], mark: string): number {
    if (alternatives.length <= mergedMax && alternatives.every(({ terms }) => terms.length === 1))
      return this.#addFromDeltas(alternatives, mark, this.#mergePostings(alternatives, mark));
    const { groupScores, touched, found, outScores } = this.#scratch;
    let count = 0;
    for (const alternative of alternatives) count = this.#addAlternative(alternative, mark, count);
    for (let at = 0; at < count; at++) {
      const subject = touched[at] as number;
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

  /** The found that match enough groups; clears the scratch. */
  #collect(found: number, groupsMin: number): Omit<TextMatches, 'full' | 'measure'> {
    const { scores, groups, found: subjects, outScores, outGroups } = this.#scratch;
    let count = 0;
    for (let at = 0; at < found; at++) {
      const subject = subjects[at] ?? 0;
      const matched = groups[subject] ?? 0;
      if (matched >= groupsMin) {
        outScores[count] = scores[subject] ?? 0;
        outGroups[count] = matched;
        subjects[count++] = subject;
      }
      scores[subject] = 0;
      groups[subject] = 0;
    }
    return { count, subjects, scores: outScores, groups: outGroups };
  }

  #addAlternative({ terms, weight }: Alternative, mark: string, touchedBefore: number): number {
    const { groupScores, touched, postings, strengths } = this.#scratch;
    const [only] = terms;
    const isOne = only !== undefined && terms.length === 1;
    const matching = isOne ? this.#readPostings(mark + only) : this.#readCommon(terms, mark);
    let count = touchedBefore;
    for (let at = 0; at < matching; at++) {
      const subject = postings[at] as number;
      const score = (strengths[at] as number) * weight;
      const before = groupScores[subject] as number;
      if (before === 0) touched[count++] = subject;
      if (score > before) groupScores[subject] = score;
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
    const { base, rowOf } = this.#index;
    const { postings, strengths } = this.#scratch;
    let count = 0;
    const inDictionary = findTerm(base.dictionary, term);
    if (inDictionary !== undefined) {
      const { postingStarts, postingSubjects, postingWeights } = base;
      const end = postingStarts[inDictionary + 1] ?? 0;
      for (let at = postingStarts[inDictionary] ?? 0; at < end; at++) {
        const subject = postingSubjects[at] as number;
        if (rowOf[subject] !== inBase) continue;
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
