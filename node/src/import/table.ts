import type { Issue } from '../model/issue.ts';
import type { ImportFile } from './format.ts';

/** A row of a table: its cells by their column's name, trimmed; empty cells are absent. */
export interface TableRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  /** What is wrong with the row as a row: too long, too many cells, a quote that never closes, broken text. */
  readonly issues: readonly Issue[];
}

export interface TableOptions {
  /**
   * Gives each column its name: from the header, or, where `header` turns out to be data, by position.
   * @returns names by column; undefined for a column that is not used; `firstRowIsData` where there is no header
   */
  columns(firstRow: readonly string[]): {
    readonly names: readonly (string | undefined)[];
    readonly firstRowIsData?: boolean;
  };
}

/** Reads a delimited file of any usual encoding and separator, some hundred rows at a time. */
export declare const readTable: (file: ImportFile, options: TableOptions) => AsyncGenerator<readonly TableRow[]>;
/** A header as formats compare it: lower case, `g:` dropped, every run of other signs an underscore. */
export declare const normaliseHeader: (header: string) => string;
