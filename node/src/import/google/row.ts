import type { Draft } from '../../model/draft.ts';
import { hasError, type Issue, issueReporter } from '../../model/issue.ts';
import type { Row } from '../format.ts';
import { googleIssues } from '../issue-codes/google.ts';
import { valueIssues } from '../issue-codes/values.ts';
import { onlyNamed } from '../only-named.ts';
import type { plainText } from '../values/plain-text.ts';
import { type Reading, take } from '../values/take.ts';

/** A row of a feed, whether it stood in a table or in XML: the first value of each attribute, by Google's name. */
export interface GoogleCells {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  /** All values of the attributes that stand there more than once; in XML only. */
  readonly repeated?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly issues: readonly Issue[];
  /** No row: it brings an issue of the file. */
  readonly isOfFile?: true | undefined;
}

/** What the file calls an attribute: for issues, which speak the words of the file. */
export type FieldNames = (attribute: string) => string;

const reportGoogle = issueReporter(googleIssues);
const reportValue = issueReporter(valueIssues);

/** Reads the attributes of one row, and gathers what is wrong with them. */
export class GoogleRow {
  readonly line: number;
  readonly issues: Issue[];
  readonly #cells: Readonly<Record<string, string>>;
  readonly #repeated: Readonly<Record<string, readonly string[]>> | undefined;
  readonly #names: FieldNames;

  constructor({ line, cells, repeated, issues }: GoogleCells, names: FieldNames) {
    this.line = line;
    this.issues = [...issues];
    this.#cells = cells;
    this.#repeated = repeated;
    this.#names = names;
  }

  /** Is it refused already? */
  get isRefused(): boolean {
    return hasError(this.issues);
  }

  /** The attribute's text; the first one where it stands there more than once. */
  text(attribute: string): string | undefined {
    if (this.#repeated?.[attribute] !== undefined) this.report('field-repeated', attribute);
    return this.#cells[attribute];
  }

  /** All its texts, or the parts of its one text. */
  texts(attribute: string, split: (text: string) => readonly string[]): readonly string[] {
    const text = this.#cells[attribute];
    return this.#repeated?.[attribute] ?? (text === undefined ? [] : split(text));
  }

  /** The attribute's value, by a reader of such values. */
  value<T>(attribute: string, read: (raw: string) => Reading<T>): T | undefined {
    const raw = this.text(attribute);
    return raw === undefined ? undefined : take(read(raw), this.issues, this.line, this.name(attribute), raw);
  }

  /** The words of an attribute, without markup. */
  words(attribute: string, read: (raw: string) => ReturnType<typeof plainText>): string | undefined {
    const raw = this.text(attribute);
    if (raw === undefined) return undefined;
    const { text, problems } = read(raw);
    for (const problem of problems) {
      this.issues.push(reportValue(problem, { line: this.line, field: this.name(attribute), value: raw }));
    }
    return text;
  }

  /** What the file calls an attribute. */
  name(attribute: string): string {
    return this.#names(attribute);
  }

  report(code: keyof typeof googleIssues, attribute: string): void {
    this.issues.push(
      reportGoogle(code, { line: this.line, field: this.name(attribute), value: this.#cells[attribute] }),
    );
  }
}

/**
 * Makes a row of the cells of one.
 * @param read gives the drafts as far as product and place can be told, with what is wrong among the issues of the row that it gets
 */
export const toGoogleRow = (cells: GoogleCells, names: FieldNames, read: (row: GoogleRow) => readonly Draft[]): Row => {
  const { line, issues } = cells;
  if (cells.isOfFile === true) return { line, drafts: [], issues };
  const row = new GoogleRow(cells, names);
  const wasRefused = row.isRefused;
  const drafts = read(row);
  // What is wrong with the values of a row that was broken before does not matter any more.
  return { line, drafts: row.isRefused ? onlyNamed(drafts) : drafts, issues: wasRefused ? issues : row.issues };
};
