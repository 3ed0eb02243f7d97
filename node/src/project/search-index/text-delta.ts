import { sharedUint8, roomFor, Uint32List } from './shared-arrays.ts';
import { none } from './search-view.ts';

/** A thing's terms, each once, with its weight in steps. */
export type TermWeights = ReadonlyMap<string, number>;

/** Texts that changed since a merge began: rows are only added, and the newest row of a subject counts. */
export class TextDelta {
  /** Number of the first row: rows are numbered on from one delta to the next. */
  readonly firstRow: number;
  readonly terms: string[] = [];
  readonly #numbers = new Map<string, number>();
  /** How many rows that count have each term. */
  readonly counts = new Uint32List();
  /** Last posting of each term, and the one before each posting. */
  readonly heads = new Uint32List();
  readonly previous = new Uint32List();
  /** Row and term of each posting, in order of rows. */
  readonly postingRows = new Uint32List();
  readonly postingTerms = new Uint32List();
  postingWeights: Uint8Array = sharedUint8(1_024);
  /** First posting and subject of each row. */
  readonly rowStarts = new Uint32List();
  readonly rowSubjects = new Uint32List();

  constructor(firstRow: number) {
    this.firstRow = firstRow;
  }

  /** The number behind the last row. */
  get rowEnd(): number {
    return this.firstRow + this.rowSubjects.length;
  }

  /** The number of a term; undefined when no row ever had it. */
  find(term: string): number | undefined {
    return this.#numbers.get(term);
  }

  /** Adds a row. @returns its number */
  add(subject: number, terms: TermWeights): number {
    const row = this.rowEnd;
    this.rowStarts.push(this.postingTerms.length);
    this.rowSubjects.push(subject);
    for (const [term, weight] of terms) this.#addPosting(row, this.#numberOf(term), weight);
    return row;
  }

  /** Takes a row out of the counts; its postings stay, and those who read them see that it is old. */
  forget(row: number): void {
    const { array: counts } = this.counts;
    const { array: starts } = this.rowStarts;
    const place = row - this.firstRow;
    const end = row + 1 < this.rowEnd ? (starts[place + 1] ?? 0) : this.postingTerms.length;
    for (let posting = starts[place] ?? 0; posting < end; posting++) {
      const term = this.postingTerms.array[posting] ?? 0;
      counts[term] = (counts[term] ?? 0) - 1;
    }
  }

  /** How many rows that count have a term. */
  count(term: string): number {
    const number = this.find(term);
    return number === undefined ? 0 : (this.counts.array[number] ?? 0);
  }

  #numberOf(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const number = this.terms.push(term) - 1;
    this.#numbers.set(term, number);
    this.counts.push(0);
    this.heads.push(none);
    return number;
  }

  #addPosting(row: number, term: number, weight: number): void {
    const posting = this.postingTerms.length;
    if (posting === this.postingWeights.length) {
      const larger = sharedUint8(roomFor(posting));
      larger.set(this.postingWeights);
      this.postingWeights = larger;
    }
    this.postingWeights[posting] = weight;
    this.postingTerms.push(term);
    this.postingRows.push(row);
    this.previous.push(this.heads.array[term] ?? none);
    this.heads.array[term] = posting;
    this.counts.array[term] = (this.counts.array[term] ?? 0) + 1;
  }
}
