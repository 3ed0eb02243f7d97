import { importLimits } from '../limits.ts';
import type { LineBatch, LineFlaw } from './line-reader.ts';
import { RecordSplitter } from './record-splitter.ts';

/** Why a record can't be taken. */
type RecordFlaw = LineFlaw | 'quote-unclosed';

/** A row of a table before its columns have names. */
export interface TableRecord {
  /** Number of its first line. */
  readonly line: number;
  /** In a record with a flaw as far as they can be told. */
  readonly cells: readonly string[];
  /** Its first line as it stands, where it has a flaw. */
  readonly text: string;
  readonly flaw: RecordFlaw | undefined;
}

/** Is this record Excel's `sep=;`, which names the separator before the header? */
export const isSeparatorLine = (cells: readonly string[]): boolean =>
  cells.length <= 2 && /^sep=.?$/i.test(cells[0] ?? '');

interface HeldLine {
  readonly line: number;
  readonly text: string;
  readonly flaw: LineFlaw | undefined;
}

/**
 * Makes records of lines. A quoted cell may go on over lines; where its quote turns out never to close (too many lines or bytes, the end of the file, a closing
 * quote where only an opening one makes sense, or another number of cells than the header has), only the line on which it opened is refused, and reading goes on with the next.
 */
export class RecordReader {
  readonly #delimiter: string;
  /** How many cells the first record has. */
  #columns: number | undefined;
  #records: TableRecord[] = [];
  #splitter: RecordSplitter | undefined;
  #held: HeldLine[] = [];
  #heldBytes = 0;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** Takes lines, and gives the records that are complete. */
  push(batch: LineBatch): readonly TableRecord[] {
    const hasFlaws = batch.flaws.size > 0;
    for (const [index, text] of batch.lines.entries()) {
      const line = batch.firstLine + index;
      const flaw = hasFlaws ? batch.flaws.get(line) : undefined;
      if (this.#splitter === undefined && flaw === undefined && !text.includes('"')) this.#plain(line, text);
      else this.#line({ line, text, flaw });
    }
    return this.#release();
  }

  /** Gives what is left at the end of the file. */
  end(): readonly TableRecord[] {
    while (this.#splitter !== undefined) this.#giveUp();
    return this.#release();
  }

  #release(): readonly TableRecord[] {
    const records = this.#records;
    this.#records = [];
    return records;
  }

  #plain(line: number, text: string): void {
    if (text.trim() === '') return;
    // One more cell than can be is enough to see that there are too many.
    const cells = text.split(this.#delimiter, importLimits.columnsMax + 1);
    for (let index = 0; index < cells.length; index++) cells[index] = cells[index]?.trim() ?? '';
    if (this.#columns === undefined && !isSeparatorLine(cells)) this.#columns = cells.length;
    this.#records.push({ line, cells, text: '', flaw: undefined });
  }

  #line(next: HeldLine): void {
    if (next.flaw === 'row-too-long') {
      while (this.#splitter !== undefined) this.#giveUp();
      this.#records.push({ ...next, cells: [] });
      return;
    }
    if (this.#splitter === undefined && !next.text.includes('"')) {
      if (next.flaw === undefined) this.#plain(next.line, next.text);
      else this.#records.push({ ...next, cells: this.#roughly(next.text) });
      return;
    }
    this.#splitter ??= new RecordSplitter(this.#delimiter);
    this.#held.push(next);
    this.#heldBytes += Buffer.byteLength(next.text) + 1;
    const state = this.#splitter.push(next.text);
    if (state === 'closed' && this.#closesRight(this.#splitter.cells)) this.#close(this.#splitter.cells);
    else if (state !== 'open' || this.#isOverLimit()) this.#giveUp();
  }

  #isOverLimit(): boolean {
    return this.#held.length >= importLimits.recordLinesMax || this.#heldBytes > importLimits.rowBytesMax;
  }

  #closesRight(cells: readonly string[]): boolean {
    if (this.#held.length === 1) return true;
    return (
      (this.#columns === undefined || cells.length === this.#columns) &&
      this.#held.length <= importLimits.recordLinesMax &&
      this.#heldBytes - 1 <= importLimits.rowBytesMax
    );
  }

  #close(cells: readonly string[]): void {
    const [first] = this.#held;
    const flaw = this.#held.find((held) => held.flaw !== undefined)?.flaw;
    if (first !== undefined) {
      if (flaw === undefined) this.#columns ??= cells.length;
      this.#records.push({ line: first.line, cells, text: first.text, flaw });
    }
    this.#reset();
  }

  #giveUp(): void {
    const [first, ...rest] = this.#held;
    this.#reset();
    if (first !== undefined) this.#records.push({ ...first, cells: this.#roughly(first.text), flaw: 'quote-unclosed' });
    for (const held of rest) this.#line(held);
  }

  /** The cells of a line with a flaw, by its separators alone: some of them may still say what the row is about. */
  #roughly(text: string): readonly string[] {
    return text.split(this.#delimiter, importLimits.columnsMax).map((cell) => cell.trim().replace(/^"([^"]*)"$/, '$1'));
  }

  #reset(): void {
    this.#splitter = undefined;
    this.#held = [];
    this.#heldBytes = 0;
  }
}
