import type { IssueDefinition } from '../../model/issue.ts';

/** What can be wrong with a line of the operator's gazetteer file. */
export const gazetteerIssues = {
  'gazetteer-line': {
    level: 'warning',
    wrong: 'The line of the gazetteer is not a postcode with coordinates, so it is left out',
    todo: 'Write postcode;latitude;longitude, such as 3511 AB;52.0907;5.1214',
  },
  'gazetteer-repeated': {
    level: 'warning',
    wrong: 'The postcode stands in the gazetteer before with other coordinates, and the first ones are taken',
    todo: 'Keep one line for each postcode',
  },
} as const satisfies Readonly<Record<string, IssueDefinition>>;
