const quoted = (cell, separator) =>
  cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** Rows as delimited text; a row may also be a string, which is written as it stands. */
export const writeTable = ({ columns, rows, separator, lineEnd = '\n' }) =>
  [...(columns === undefined ? [] : [columns]), ...rows]
    .map((row) => (typeof row === 'string' ? row : row.map((cell) => quoted(cell ?? '', separator)).join(separator)))
    .join(lineEnd) + lineEnd;

/** Turns records into rows in the order of the columns. */
export const toRows = (columns, records) => records.map((record) => columns.map((column) => record[column] ?? ''));
