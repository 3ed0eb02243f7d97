import type { IssueDefinition } from '../../model/issue.ts';

/** What can be wrong with an item of an XML file, or with the file at some line. */
export const xmlIssues = {
  'xml-ampersand': {
    level: 'warning',
    wrong: 'The item has a bare & where XML wants &amp;, as the first one in the file; it is read as the sign itself',
    todo: 'Have the feed written by an XML library, which escapes it',
  },
  'xml-broken': {
    level: 'error',
    wrong: 'The XML breaks off here: tags close that were never opened; nothing behind this line is read',
    todo: 'Export the file again',
  },
  'xml-characters-lost': {
    level: 'warning',
    wrong: 'The item has characters that are broken in its encoding, and are shown as �',
    todo: 'Export the feed in UTF-8 throughout',
  },
  'xml-flaw': {
    level: 'warning',
    wrong: 'The item is not well-formed XML, but can still be read',
    todo: 'Have the feed written by an XML library',
  },
  'xml-item-broken': {
    level: 'error',
    wrong: 'The item has tags that do not close',
    todo: 'Escape HTML in texts, or put it in CDATA',
  },
  'xml-item-fields': {
    level: 'error',
    wrong: 'The item has more fields than are read',
    todo: 'Leave out what is not needed',
  },
  'xml-item-too-long': {
    level: 'error',
    wrong: 'The item is longer than the limit',
    todo: 'Shorten its texts, or leave out pictures that are written into the file',
  },
  'xml-truncated': {
    level: 'error',
    wrong: 'The file ends in the middle; the items before this line were read',
    todo: 'Send the file again, and see that it arrives whole',
  },
} as const satisfies Readonly<Record<string, IssueDefinition>>;
