import type { ImportReport } from '../control/commands.ts';

const columns = ['source', 'file', 'line', 'level', 'code', 'field', 'value', 'message'] as const;

/** A cell by RFC 4180. A spreadsheet would run what starts like a formula: an apostrophe before it makes it text. */
export const csvCell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The issues of reports as a table, one a line: for a spreadsheet. */
export const reportCsv = (reports: readonly ImportReport[]): string => {
  const rows = reports.flatMap(({ source, file, issues }) =>
    issues.map((issue) => columns.map((column) => ({ source, file, ...issue })[column])),
  );
  return [columns, ...rows].map((row) => `${row.map((value) => csvCell(String(value))).join(',')}\r\n`).join('');
};
