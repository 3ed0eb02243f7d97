import type { FileHead, ImportFile, Row } from '../format.ts';
import { normaliseHeader, readTable } from '../reading/table.ts';
import { googleColumns } from './columns.ts';
import type { FieldNames, GoogleCells } from './row.ts';

/** The attributes in the header of a table's start. */
export const headAttributes = (head: FileHead): ReadonlySet<string> =>
  new Set(googleColumns(head.cells.map(normaliseHeader)).filter((attribute) => attribute !== undefined));

/** What a row reader needs to know of a table. */
export interface GoogleTable {
  /** What the header calls an attribute. */
  readonly names: FieldNames;
  readonly has: (attribute: string) => boolean;
}

/**
 * Reads the rows of a table whose header has Google's attributes, or other usual names of them.
 * @param reader makes the reader of rows, once the header is known
 */
export async function* readGoogleTable(
  file: ImportFile,
  reader: (table: GoogleTable) => (cells: GoogleCells) => Row,
): AsyncGenerator<readonly Row[]> {
  const headers = new Map<string, string>();
  const columns = (firstRow: readonly string[]) => {
    const names = googleColumns(firstRow.map(normaliseHeader));
    for (const [index, name] of names.entries()) if (name !== undefined) headers.set(name, firstRow[index] ?? name);
    return { names };
  };
  let toRow: ((cells: GoogleCells) => Row) | undefined;
  for await (const rows of readTable(file, { columns })) {
    // The header has been read by now.
    toRow ??= reader({
      names: (attribute) => headers.get(attribute) ?? attribute,
      has: (attribute) => headers.has(attribute),
    });
    yield rows.map(toRow);
  }
}
