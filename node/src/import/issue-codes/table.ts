import type { IssueDefinition } from '../../model/issue.ts';

/** What can be wrong with a line or row before anybody looks at what it says. */
export const tableIssues = {
  'row-too-long': {
    level: 'error',
    wrong: 'The line is longer than 1 MiB',
    todo: 'Look for a line break that is missing, or a cell that holds a whole document',
  },
  'quote-unclosed': {
    level: 'error',
    wrong: 'A quotation mark opens a cell on this line and never closes it',
    todo: 'Close it, or double it (`""`) where it belongs to the text',
  },
  'encoding-broken': {
    level: 'error',
    wrong: 'The line has bytes that are not text in the encoding of the file',
    todo: 'Export the file again as UTF-8',
  },
  'cells-too-many': {
    level: 'error',
    wrong: 'The row has more cells than there are columns, so values stand in the wrong ones',
    todo: 'Put quotation marks around text in which the separator occurs',
  },
  'cells-too-few': {
    level: 'warning',
    wrong: 'The row has fewer cells than there are columns; the last ones are taken as empty',
    todo: 'Check that no separator is missing',
  },
  'row-cut-off': {
    level: 'error',
    wrong: 'The file ends in the middle of this row',
    todo: 'Deliver the file again; it was cut short on the way',
  },
} as const satisfies Readonly<Record<string, IssueDefinition>>;
