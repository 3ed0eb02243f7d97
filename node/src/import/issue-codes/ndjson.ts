import type { IssueDefinition } from '../../model/issue.ts';

/** What can be wrong with a line of NDJSON. */
export const ndjsonIssues = {
  'json-broken': {
    level: 'error',
    wrong: 'The line is not one JSON object',
    todo: 'Write one whole object a line, without commas between the lines',
  },
  'json-too-deep': {
    level: 'error',
    wrong: 'The object is nested more than 16 levels deep',
    todo: 'Write it as the specification has it: no kind of thing needs more than four',
  },
  'type-unknown': {
    level: 'error',
    wrong: 'The type is not a kind of thing that a node has',
    todo: 'Write Source, Area, Place, ParcelPoint, Product, Offer, Service or Event first',
  },
  'id-missing': {
    level: 'error',
    wrong: 'The thing has no id',
    todo: 'Give it the path of its address, such as "/places/the-shop"',
  },
} as const satisfies Readonly<Record<string, IssueDefinition>>;
