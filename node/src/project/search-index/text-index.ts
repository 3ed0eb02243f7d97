import { findTerm, termCount } from './dictionary.ts';
import { none, type TextField } from './search-view.ts';
import { copyOfUint32, roomFor, sharedUint16, sharedUint32 } from './shared-arrays.ts';
import { emptyTextBase, type TextBase } from './text-base.ts';
import { TextDelta, type TermWeights } from './text-delta.ts';

/** Stands before terms of what a place carries, so that both fields share one dictionary. */
export const assortmentMark = '\u0002';
/** Stands before the terms that brands and categories are filtered by: nobody types them. */
export const filterMark = '\u0003';

/** What products can be filtered by. */
export type FilterColumn = 'brand' | 'category';

/** The term of all products that have this number in a column. */
export const filterTerm = (column: FilterColumn, number: number): string =>
  `${filterMark}${column === 'brand' ? 'b' : 'c'}${number}`;

/** Stands in `rowOf` for a text that is in the base. */
export const inBase = none - 1;

/** What a thing is found by. */
export interface SubjectText {
  /** Weights in steps; what it carries with `assortmentMark`, what it is filtered by with `filterMark`. */
  readonly terms: TermWeights;
  /** Words in each field. */
  readonly lengths: Readonly<Record<TextField, number>>;
}

/** How long texts are in one field, by subject and in all. */
interface FieldLengths {
  bySubject: Uint16Array;
  subjects: number;
  sum: number;
}

/** What a merge reads of a delta. */
export interface TextDeltaInput {
  readonly firstRow: number;
  readonly rowEnd: number;
  readonly terms: readonly string[];
  readonly rowStarts: Uint32Array;
  readonly postings: number;
  readonly postingTerms: Uint32Array;
  readonly postingWeights: Uint8Array;
}

/** What a merge of texts is made from: arrays that nobody changes any more. */
export interface TextMergeInput {
  readonly base: TextBase;
  readonly subjectEnd: number;
  /** Row of each subject at the start of the merge: see `TextIndex.rowOf`. */
  readonly rowOf: Uint32Array;
  readonly deltas: readonly TextDeltaInput[];
  /** The number behind the last row of all deltas. */
  readonly rowEnd: number;
}

const lengthMax = 65_535;

/** All texts: a base that was merged, and what changed since. */
export class TextIndex {
  base: TextBase = emptyTextBase;
  /** What changed since: the last one grows, those before it are being merged. */
  deltas: readonly TextDelta[] = [];
  /** Where the text of each subject is: `none`, `inBase`, or its row in a delta. */
  rowOf: Uint32Array = sharedUint32(0);
  readonly lengths: Readonly<Record<TextField, FieldLengths>> = {
    text: { bySubject: sharedUint16(0), subjects: 0, sum: 0 },
    assortment: { bySubject: sharedUint16(0), subjects: 0, sum: 0 },
  };
  /** How many subjects of each term of the base have changed since. */
  #goneFromBase = new Uint32Array(0);
  /** Rows of base and delta that no longer count, since the last merge. */
  oldRows = 0;
  /** Another after each change. */
  version = 0;
  #rowStart = 0;

  /** Gives a subject its text, or takes it away. */
  set(subject: number, text: SubjectText | undefined): void {
    this.version += 1;
    this.#makeRoom(subject);
    this.#forget(subject, this.rowOf[subject] ?? none);
    this.rowOf[subject] = text === undefined || text.terms.size === 0 ? none : this.#last.add(subject, text.terms);
    this.#measure('text', subject, text?.lengths.text ?? 0);
    this.#measure('assortment', subject, text?.lengths.assortment ?? 0);
  }

  /** How many subjects have a term. */
  count(term: string): number {
    let count = this.countInBase(findTerm(this.base.dictionary, term));
    for (const delta of this.deltas) count += delta.count(term);
    return count;
  }

  countInBase(term: number | undefined): number {
    if (term === undefined) return 0;
    const { postingStarts } = this.base;
    return (postingStarts[term + 1] ?? 0) - (postingStarts[term] ?? 0) - (this.#goneFromBase[term] ?? 0);
  }

  /** Changes since the last merge. */
  get changes(): number {
    return this.rowEnd - (this.deltas[0]?.firstRow ?? this.rowEnd) + this.oldRows;
  }

  get rowEnd(): number {
    return this.deltas.at(-1)?.rowEnd ?? this.#rowStart;
  }

  /** What to merge; later changes go into another delta. */
  mergeInput(subjectEnd: number): TextMergeInput {
    const { base, deltas, rowEnd } = this;
    if (subjectEnd > 0) this.#makeRoom(subjectEnd - 1);
    if (rowEnd > (deltas.at(-1)?.firstRow ?? rowEnd)) this.deltas = [...deltas, new TextDelta(rowEnd)];
    return {
      base,
      subjectEnd,
      rowOf: copyOfUint32(this.rowOf, subjectEnd),
      deltas: deltas.map((delta) => ({
        firstRow: delta.firstRow,
        rowEnd: delta.rowEnd,
        terms: delta.terms,
        rowStarts: delta.rowStarts.array,
        postings: delta.postingTerms.length,
        postingTerms: delta.postingTerms.array,
        postingWeights: delta.postingWeights,
      })),
      rowEnd,
    };
  }

  /** Takes over a merged base; what changed while it was made stays beside it. */
  take(base: TextBase, { rowEnd }: Pick<TextMergeInput, 'rowEnd'>): void {
    this.version += 1;
    this.#rowStart = this.rowEnd;
    this.base = base;
    this.deltas = this.deltas.filter((delta) => delta.firstRow >= rowEnd);
    this.#goneFromBase = new Uint32Array(termCount(base.dictionary));
    this.oldRows = 0;
    const subjectsInBase = base.rowStarts.length - 1;
    for (let subject = 0; subject < this.rowOf.length; subject++) {
      const row = this.rowOf[subject] ?? none;
      const changedSince = row !== inBase && row >= rowEnd;
      if (!changedSince) this.rowOf[subject] = inBase;
      else if (subject < subjectsInBase) this.#forget(subject, inBase);
    }
  }

  get #last(): TextDelta {
    const last = this.deltas.at(-1);
    if (last !== undefined) return last;
    const first = new TextDelta(this.#rowStart);
    this.deltas = [first];
    return first;
  }

  #forget(subject: number, row: number): void {
    if (row === none) return;
    if (row !== inBase) {
      this.deltas.findLast(({ firstRow }) => firstRow <= row)?.forget(row);
      this.oldRows += 1;
      return;
    }
    const { rowStarts, rowTerms } = this.base;
    const start = rowStarts[subject] ?? 0;
    const end = rowStarts[subject + 1] ?? 0;
    for (let at = start; at < end; at++) {
      const term = rowTerms[at] ?? 0;
      this.#goneFromBase[term] = (this.#goneFromBase[term] ?? 0) + 1;
    }
    if (end > start) this.oldRows += 1;
  }

  #measure(field: TextField, subject: number, words: number): void {
    const lengths = this.lengths[field];
    const before = lengths.bySubject[subject] ?? 0;
    const after = Math.min(words, lengthMax);
    lengths.subjects += (after > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
    lengths.sum += after - before;
    lengths.bySubject[subject] = after;
  }

  #makeRoom(subject: number): void {
    if (subject >= this.rowOf.length) this.reserve(roomFor(subject));
  }

  /** Makes room for so many subjects at once. */
  reserve(room: number): void {
    const { length } = this.rowOf;
    if (room <= length) return;
    const rowOf = sharedUint32(room).fill(none, length);
    rowOf.set(this.rowOf);
    this.rowOf = rowOf;
    for (const lengths of Object.values(this.lengths)) {
      const bySubject = sharedUint16(room);
      bySubject.set(lengths.bySubject);
      lengths.bySubject = bySubject;
    }
  }
}
