import type { IssueDefinition } from '../model/issue.ts';

/** What can be wrong with a thing, whatever file it came in. */
export const validateIssues = {
  'value-invalid': {
    level: 'error',
    wrong: 'The value does not fit',
    todo: 'Correct it in the file',
  },
  'value-missing': {
    level: 'error',
    wrong: 'Something that every thing of this kind carries is missing',
    todo: 'Fill it in',
  },
  'currency-unknown': {
    level: 'error',
    wrong: 'There is no such currency',
    todo: 'Write the ISO 4217 code, such as EUR',
  },
  'sale-price-higher': {
    level: 'warning',
    wrong: 'The reduced price is not lower than the full one',
    todo: 'Check whether the two were exchanged',
  },
  'end-before-start': {
    level: 'error',
    wrong: 'It ends before it starts',
    todo: 'Check the two times',
  },
  'observed-in-future': {
    level: 'error',
    wrong: 'It was seen at a time that is still to come',
    todo: 'Check the clock of the computer that made the file, and the date in it',
  },
  'point-zero': {
    level: 'error',
    wrong: 'The point lies at 0, 0, in the sea before Africa',
    todo: 'Fill in the real coordinates, or leave them out and fill in the postcode',
  },
  'reference-foreign': {
    level: 'error',
    wrong: 'This names something of another kind or another node',
    todo: 'Name a thing of this node by its path',
  },
} as const satisfies Readonly<Record<string, IssueDefinition>>;
