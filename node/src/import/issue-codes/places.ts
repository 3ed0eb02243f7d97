import type { IssueDefinition } from '../../model/issue.ts';

/** What can be wrong with a line of a places sheet, beside its single values. */
export const placesIssues = {
  'place-name-missing': { level: 'error', wrong: 'The place has no name', todo: 'Fill in its name' },
  'place-town-missing': {
    level: 'error',
    wrong: 'The address has no town',
    todo: 'Fill in the town, or write the address as "Dorpsstraat 1, 1234 AB Dorp"',
  },
  'place-kind-missing': {
    level: 'warning',
    wrong: 'The line does not say what kind of place it is, so it is taken as a shop of some kind',
    todo: 'Fill in the kind in a word (bakery, bookshop, café …) or as a tag of OpenStreetMap (shop=bakery)',
  },
  'place-kind-unknown': {
    level: 'warning',
    wrong: 'The kind is not known, so the place is taken as a shop of some kind',
    todo: 'Write another word, or a tag of OpenStreetMap (shop=bakery)',
  },
  'country-unknown': {
    level: 'error',
    wrong: 'The country is not known',
    todo: "Write its two-letter code, such as NL; leave it empty for the source's own country",
  },
  'postcode-odd': {
    level: 'warning',
    wrong: 'The postcode is not one of its country, and is kept as it stands',
    todo: 'Write it as 1234 AB',
  },
  'coordinates-zero': {
    level: 'warning',
    wrong: 'The coordinates are 0, 0, a spot in the Atlantic, so they are left out',
    todo: 'Leave the coordinates empty where they are not known',
  },
  'closure-unreadable': {
    level: 'warning',
    wrong: 'The closure can not be read, so it is left out',
    todo: 'Write 2026-12-25, or 2026-07-20..2026-08-03 holiday',
  },
  'email-unreadable': {
    level: 'warning',
    wrong: 'The e-mail address is not one, so it is left out',
    todo: 'Write it as info@shop.example',
  },
  'phone-unreadable': {
    level: 'warning',
    wrong: 'The telephone number is not one, so it is left out',
    todo: 'Write it as +31 30 123 4567; spreadsheets spoil long numbers unless the column is text',
  },
  'language-unknown': {
    level: 'warning',
    wrong: 'The language is not known, so it is left out',
    todo: 'Write its code, such as nl or en',
  },
  'wheelchair-unknown': {
    level: 'warning',
    wrong: 'The accessibility is not yes, no or limited, so it is left out',
    todo: 'Write yes, no or limited',
  },
  'list-cut': {
    level: 'warning',
    wrong: 'The list is longer than what a place may carry, and is cut',
    todo: 'Name the most important ones',
  },
} as const satisfies Readonly<Record<string, IssueDefinition>>;
