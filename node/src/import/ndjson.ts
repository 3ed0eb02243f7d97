import { type Kind, kinds, parseThingId } from '@openstraat/spec';
import type { Draft, DraftData } from '../model/draft.ts';
import { type Issue, issueReporter } from '../model/issue.ts';
import type { FileHead, Format, ImportFile, Row } from './format.ts';
import { ndjsonIssues } from './issue-codes/ndjson.ts';
import { tableIssues } from './issue-codes/table.ts';
import { importLimits } from './limits.ts';
import { onlyNamed } from './only-named.ts';
import { readLines } from './reading/line-reader.ts';

const report = issueReporter({ ...ndjsonIssues, ...tableIssues });
const kindNames: ReadonlySet<string> = new Set(kinds);
const isKind = (name: unknown): name is Kind => typeof name === 'string' && kindNames.has(name);

/** Nothing is deeper than it has brackets, and most lines have few. */
const hasBracketsFor = (text: string, levels: number): boolean => {
  let brackets = 0;
  for (const bracket of ['{', '['])
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) brackets += 1;
  return brackets > levels;
};

const isTooDeep = (value: object, levels: number): boolean => {
  if (levels === 0) return true;
  // An import does this once a line, so it makes no arrays on the way.
  for (const name in value) {
    const item: unknown = (value as DraftData)[name];
    if (typeof item === 'object' && item !== null && isTooDeep(item, levels - 1)) return true;
  }
  return false;
};

const parseObject = (text: string): DraftData | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as DraftData) : undefined;
  } catch {
    return undefined;
  }
};

/** The path of an id that may be a whole address. */
const pathOf = (id: string): string => (id.startsWith('/') ? id : (URL.parse(id)?.pathname ?? ''));

const kindOf = (type: unknown, id: string): Kind | undefined => {
  if (type === undefined) return parseThingId(pathOf(id))?.kind;
  const first: unknown = Array.isArray(type) ? type[0] : type;
  return isKind(first) ? first : undefined;
};

/** What a line that can't be taken is about, as far as it can be told: an id says its kind. */
const named = ({ id, ...thing }: DraftData): readonly Draft[] => {
  const kind = typeof id === 'string' ? parseThingId(pathOf(id))?.kind : undefined;
  if (kind === undefined) return [];
  const { statement } = thing;
  // Each source of a product has it, and only the statements say which these are.
  const statements: readonly unknown[] = Array.isArray(statement) ? statement : [];
  const sources = statements.map((said) =>
    typeof said === 'object' && said !== null && 'source' in said ? said.source : undefined,
  );
  const wholes = [thing, ...sources.map((source) => ({ source }))];
  return onlyNamed(wholes.map((whole) => ({ kind, whole: { ...whole, id } })));
};

/** The first text under each of these names: enough to tell what a line is about that is no JSON. */
const readRoughly = (text: string): DraftData =>
  Object.fromEntries(
    ['id', 'source', 'provider', 'location', 'containedInPlace', 'availableAtOrFrom'].flatMap((name) => {
      const value = new RegExp(`"${name}"\\s*:\\s*"([^"\\\\]{1,2000})"`).exec(text)?.[1];
      return value === undefined ? [] : [[name, value]];
    }),
  );

const refused = (line: number, thing: DraftData, issue: Issue): Row => ({
  line,
  drafts: named(thing),
  issues: [issue],
});

/**
 * What one line states.
 * @param isOpen true for a last line without line end, which may be cut off
 */
const toRow = (text: string, line: number, isOpen: boolean): Row => {
  const thing = parseObject(text);
  if (thing === undefined) {
    return refused(
      line,
      readRoughly(text),
      report(isOpen ? 'row-cut-off' : 'json-broken', { line, field: '', value: text }),
    );
  }
  if (hasBracketsFor(text, importLimits.jsonDepthMax) && isTooDeep(thing, importLimits.jsonDepthMax)) {
    return refused(line, thing, report('json-too-deep', { line, field: '', value: text }));
  }
  const { id, type } = thing;
  if (typeof id !== 'string' || id === '')
    return refused(line, thing, report('id-missing', { line, field: 'id', value: id }));
  const kind = kindOf(type, id);
  if (kind === undefined) return refused(line, thing, report('type-unknown', { line, field: 'type', value: type }));
  if (type !== undefined && !('@context' in thing)) return { line, drafts: [{ kind, whole: thing }], issues: [] };
  const { '@context': _context, ...whole } = thing;
  return { line, drafts: [{ kind, whole: { type: kind, ...whole } }], issues: [] };
};

const recognises = ({ text }: FileHead): boolean => /^\s*\{[^\r\n]*"(id|type)"\s*:/.test(text);

async function* read(file: ImportFile): AsyncGenerator<readonly Row[]> {
  for await (const { firstLine, lines, flaws, ended } of readLines(file)) {
    let rows: Row[] = [];
    const openLine = ended ? undefined : firstLine + lines.length - 1;
    for (const [index, text] of lines.entries()) {
      const line = firstLine + index;
      const flaw = flaws.size === 0 ? undefined : flaws.get(line);
      if (flaw !== undefined)
        rows.push(refused(line, readRoughly(text), report(flaw, { line, field: '', value: text })));
      else if (text.trim() !== '') rows.push(toRow(text, line, line === openLine));
      if (rows.length < importLimits.batchRows) continue;
      yield rows;
      rows = [];
    }
    if (rows.length > 0) yield rows;
  }
}

/** Openstraat's own format: one thing a line, in the words of the feed. */
export const ndjson: Format = { name: 'ndjson', title: 'Openstraat NDJSON (one thing a line)', recognises, read };
