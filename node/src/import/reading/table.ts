import { Fault } from '../../model/fault.ts';
import { type Issue, issueReporter } from '../../model/issue.ts';
import type { ImportFile } from '../format.ts';
import { tableIssues } from '../issue-codes/table.ts';
import { importLimits } from '../limits.ts';
import { readHead } from './file-head.ts';
import { readLines } from './line-reader.ts';
import { isSeparatorLine, RecordReader, type TableRecord } from './record-reader.ts';

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

type ColumnNames = readonly (string | undefined)[];

const report = issueReporter(tableIssues);
const noIssues: readonly Issue[] = [];

/** A header as formats compare it: lower case, `g:` dropped, every run of other signs an underscore. */
export const normaliseHeader = (header: string): string =>
  header
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .trim()
    .toLowerCase()
    .replace(/^g:/, '')
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '');

/** Names as keys of a row: the first column of a name has it, and none touches what objects inherit. */
const asKeys = (names: ColumnNames): ColumnNames =>
  names.map((name, column) => (name === '__proto__' || names.indexOf(name) !== column ? undefined : name));

/** What is wrong with the number of cells. */
const countIssues = ({ line, cells }: TableRecord, columns: number, isCutOff: boolean): readonly Issue[] => {
  const value = `${cells.length} cells, ${columns} columns`;
  if (cells.length < columns) return [report(isCutOff ? 'row-cut-off' : 'cells-too-few', { line, field: '', value })];
  // Some programs put a separator behind every row; empty cells harm nobody.
  return cells.slice(columns).some((cell) => cell !== '')
    ? [report('cells-too-many', { line, field: '', value })]
    : noIssues;
};

/** @returns undefined for a row in which nothing stands */
const toRow = (record: TableRecord, names: ColumnNames, isCutOff: boolean): TableRow | undefined => {
  const { line, flaw } = record;
  const cells: Record<string, string> = {};
  let isBlank = true;
  for (const [column, cell] of record.cells.entries()) {
    if (cell === '') continue;
    isBlank = false;
    const name = names[column];
    if (name !== undefined) cells[name] = cell;
  }
  if (flaw !== undefined) return { line, cells, issues: [report(flaw, { line, field: '', value: record.text })] };
  if (isBlank) return undefined;
  const issues = record.cells.length === names.length ? noIssues : countIssues(record, names.length, isCutOff);
  return { line, cells, issues };
};

/**
 * Reads a delimited file of any usual encoding and separator, some hundred rows at a time. Blank rows are left out.
 * @throws {Fault} `file-unreadable` where it is not text or its header can't be read, `limit-exceeded` for too many columns
 */
export async function* readTable(file: ImportFile, options: TableOptions): AsyncGenerator<readonly TableRow[]> {
  const { delimiter = ',' } = await readHead(file);
  const reader = new RecordReader(delimiter);
  let names: ColumnNames | undefined;
  let endsOpen = false;

  /** The names, and whether this first record is a row too. */
  const start = (first: TableRecord): boolean => {
    if (first.flaw !== undefined) {
      const { message } = report(first.flaw, { line: first.line, field: '' });
      throw new Fault('file-unreadable', `The first row of ${file.name} can't be read. ${message}`);
    }
    if (first.cells.length > importLimits.columnsMax) {
      throw new Fault(
        'limit-exceeded',
        `${file.name} has more than ${importLimits.columnsMax} columns. Leave out the ones that are not needed.`,
      );
    }
    const columns = options.columns(first.cells);
    names = asKeys(first.cells.map((_, column) => columns.names[column]));
    return columns.firstRowIsData === true;
  };

  const toRows = (records: readonly TableRecord[], isEnd: boolean): readonly TableRow[] => {
    const rows: TableRow[] = [];
    const last = records.at(-1);
    for (const record of records) {
      if (names === undefined) {
        if (isSeparatorLine(record.cells)) continue;
        if (!start(record)) continue;
      }
      const row = toRow(record, names ?? [], isEnd && record === last);
      if (row !== undefined) rows.push(row);
    }
    return rows;
  };

  for await (const batch of readLines(file)) {
    endsOpen = !batch.ended;
    const rows = toRows(reader.push(batch), endsOpen);
    for (let from = 0; from < rows.length; from += importLimits.batchRows) {
      yield rows.slice(from, from + importLimits.batchRows);
    }
  }
  const rest = toRows(reader.end(), endsOpen);
  if (rest.length > 0) yield rest;
}
