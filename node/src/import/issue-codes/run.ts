import { type IssueDefinition, issueReporter } from '../../model/issue.ts';

/** What can be wrong with a row only in view of the whole delivery, or of what the node has. */
export const runIssues = {
  'product-unknown': {
    level: 'error',
    wrong: "No product with this code is known in the shop's catalogue",
    todo: "Import the shop's product feed first, or add the barcode to this file",
  },
  'id-not-of-kind': {
    level: 'error',
    wrong: 'The id is not the address of such a thing on this node',
    todo: 'Write it as a path, such as "/places/the-shop"',
  },
  'source-not-own': {
    level: 'error',
    wrong: 'The row states something in the name of another source',
    todo: 'Leave "source" out; if the file is a whole export of a node, import it with --as-stated',
  },
  'place-not-own': {
    level: 'error',
    wrong: 'The row is about a place that the source does not speak for',
    todo: 'Check the place or the store map of the source',
  },
  'place-gone': {
    level: 'error',
    wrong: 'The place that this stands at was removed',
    todo: 'Bring the place back first, or name another one',
  },
  'moved-away': {
    level: 'error',
    wrong: 'This has moved to another node and lives on there',
    todo: 'Take it out of the file; if it came back, say so first with: openstraat move undo',
  },
  'thing-too-large': {
    level: 'error',
    wrong: 'This thing says more than 300,000 characters',
    todo: 'Shorten its texts',
  },
  'place-not-located': {
    level: 'error',
    wrong:
      'Nobody knows where this is: it has no coordinates, and its postcode is in no gazetteer and at no other place',
    todo: 'Fill in latitude and longitude, or set a gazetteer file (postcode;lat;lon) that has the postcode',
  },
  'place-of-row-unknown': {
    level: 'error',
    wrong: 'This node has no place for that store',
    todo: 'Import the sheet of places first, and check the store map of the source',
  },
  'store-code-unmapped': {
    level: 'error',
    wrong: 'The source does not say which place this store code is',
    todo: 'Add the code to the store map of the source: openstraat source add … --stores',
  },
  'duplicate-row': {
    level: 'error',
    wrong: 'An earlier row of this file states the same thing; the first one counts',
    todo: 'Keep one of the two rows',
  },
  'code-reused': {
    level: 'warning',
    wrong: 'An earlier row of this file has the same code for another product; from here on the code leads to this one',
    todo: 'Give each product a code of its own, or stock files that name the code will mean the wrong one',
  },
  'id-taken': {
    level: 'error',
    wrong: 'Another source has a thing with this address already',
    todo: 'Give it a code of its own, or remove it from the other source',
  },
  'too-many-waiting': {
    level: 'error',
    wrong: 'Too many places in one file have no coordinates',
    todo: 'Split the file, or add coordinates',
  },
} as const satisfies Readonly<Record<string, IssueDefinition>>;

export const reportRun = issueReporter(runIssues);
