import { blockLimits } from '../federation/blocks/limits.ts';
import { readDomain } from '../federation/blocks/read-domain.ts';
import { RecordSplitter } from '../import/reading/record-splitter.ts';
import { type BlockRequest, severities } from '../model/block.ts';
import { Fault } from '../model/fault.ts';

/*
 * Mastodon's list of domain blocks: CSV whose first line names the columns, with a # before each.
 * Lists that people pass around often have the domain alone, with or without a first line.
 */

const columns = ['#domain', '#severity', '#reject_media', '#reject_reports', '#public_comment', '#obfuscate'] as const;

/** What could not be read of a list. */
export interface ListIssue {
  readonly line: number;
  readonly message: string;
}

/** A list as it was read: what can be used of it, and what can't. */
export interface ReadList {
  readonly blocks: readonly BlockRequest[];
  readonly issues: readonly ListIssue[];
}

type ListRow = { readonly line: number; readonly cells: readonly string[] } | ListIssue;

/** Splits CSV into rows. A quote that never closes takes its row along, and those that it runs over. */
const readRows = (text: string): readonly ListRow[] => {
  const rows: ListRow[] = [];
  let splitter: RecordSplitter | undefined;
  let start = 0;
  for (const [index, content] of text.split(/\r\n|\n|\r/).entries()) {
    if (splitter === undefined) {
      if (content === '') continue;
      splitter = new RecordSplitter(',');
      start = index + 1;
    }
    const state = splitter.push(content);
    if (state === 'open') continue;
    rows.push(state === 'closed' ? { line: start, cells: splitter.cells } : unclosed(start));
    splitter = undefined;
  }
  return splitter === undefined ? rows : [...rows, unclosed(start)];
};

const unclosed = (line: number): ListIssue => ({ line, message: 'A quotation mark opens here that never closes.' });

const nameOf = (cell: string): string => cell.trim().replace(/^#/, '').toLowerCase();

const isTrue = (cell: string): boolean => /^(?:true|1|yes)$/i.test(cell.trim());

/** Reads a list. Pure. @throws {Fault} `limit-exceeded` when it is too long */
export const readBlockList = (text: string): ReadList => {
  if (Buffer.byteLength(text) > blockLimits.fileBytesMax)
    throw new Fault(
      'limit-exceeded',
      `A block list has ${blockLimits.fileBytesMax} bytes at most. Split it, and import the parts.`,
    );
  const rows = readRows(text.replace(/^\uFEFF/, ''));
  const [head] = rows;
  const first = head !== undefined && 'cells' in head ? head.cells.map(nameOf) : [];
  const named = first.includes('domain');
  const at = (name: string): number => (named ? first.indexOf(name) : name === 'domain' ? 0 : -1);
  const blocks: BlockRequest[] = [];
  const issues: ListIssue[] = [];
  for (const row of rows.slice(named ? 1 : 0)) {
    if (!('cells' in row)) {
      issues.push(row);
      continue;
    }
    const { line, cells } = row;
    const cell = (name: string): string => cells[at(name)] ?? '';
    const domain = readDomain(cell('domain'));
    const given = cell('severity').trim().toLowerCase();
    // Lists without the column are lists of what to block.
    const severity = given === '' ? 'suspend' : severities.find((one) => one === given);
    if (domain === undefined)
      issues.push({
        line,
        message: `"${cell('domain').slice(0, 100)}" is no domain; some lists hide part of a name with *.`,
      });
    else if (severity === undefined)
      issues.push({ line, message: `"${given.slice(0, 100)}" is no severity: write one of ${severities.join(', ')}.` });
    else
      blocks.push({
        domain,
        severity,
        rejectMedia: isTrue(cell('reject_media')),
        rejectReports: isTrue(cell('reject_reports')),
        reason: cell('public_comment').slice(0, blockLimits.reasonCharactersMax),
        obfuscate: isTrue(cell('obfuscate')),
      });
  }
  return { blocks, issues };
};

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Writes a list that Mastodon and others can import. Pure. */
export const writeBlockList = (blocks: readonly BlockRequest[]): string =>
  [
    columns.join(','),
    ...blocks.map(({ domain, severity, rejectMedia, rejectReports, reason, obfuscate }) =>
      [domain, severity, rejectMedia, rejectReports, quoted(reason), obfuscate].join(','),
    ),
  ]
    .map((line) => `${line}\n`)
    .join('');
