import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allRequirements, conformanceClasses } from './index.ts';

const textFolder = new URL('../../text/', import.meta.url);
const areaOfFile: Readonly<Record<string, string>> = {
  'identity.md': 'ID',
  'vocabulary.md': 'VOC',
  'documents.md': 'DOC',
  'feed.md': 'FEED',
  'checkpoint.md': 'CHK',
  'description.md': 'DESC',
  'licence-and-freshness.md': 'LIC',
  'public-values.md': 'PUB',
  'live.md': 'LIVE',
  'search.md': 'SRCH',
  'digital-link.md': 'GDL',
  'federation.md': 'FED',
  'consumer.md': 'CONS',
};
/** The files of a class; all others are of publisher. */
const classOfFile: Readonly<Record<string, string>> = {
  'live.md': 'publisher-live',
  'search.md': 'searchable',
  'digital-link.md': 'searchable',
  'federation.md': 'federated',
  'consumer.md': 'consumer',
};

interface Statement {
  readonly file: string;
  readonly id: string;
  readonly text: string;
}

const readText = (file: string): string => readFileSync(new URL(file, textFolder), 'utf8');
const files = readdirSync(textFolder).filter((file) => file.endsWith('.md'));
const statements: readonly Statement[] = files.flatMap((file) =>
  Array.from(readText(file).matchAll(/^- \*\*\[([A-Z]+-\d+)\]\*\* (.*)$/gm), ([, id = '', text = '']) => ({
    file,
    id,
    text,
  })),
);
const known: ReadonlySet<string> = new Set(allRequirements.map(({ id }) => id));

/** The level that a sentence's words give it: the strongest of them. */
const levelOf = (text: string): string | undefined =>
  ['MUST', 'SHOULD', 'MAY'].find((word) => new RegExp(`\\b${word}\\b`).test(text));

describe('requirements', () => {
  it('stand in the prose once each, in their file and in the same words', () => {
    expect(statements.toSorted((left, right) => left.id.localeCompare(right.id))).toEqual(
      allRequirements
        .map(({ id, file, text }) => ({ file, id, text }))
        .toSorted((left, right) => left.id.localeCompare(right.id)),
    );
  });

  it('have ids of their own, in the area of their file', () => {
    expect(known.size).toBe(allRequirements.length);
    for (const { id, file } of allRequirements) expect(id).toMatch(new RegExp(`^${areaOfFile[file]}-\\d{3}$`));
  });

  it('state their level in its word', () => {
    for (const { id, text, level } of allRequirements) expect([id, levelOf(text)]).toEqual([id, level]);
  });

  it('belong to the class of their file', () => {
    for (const { id, file, class: conformanceClass } of allRequirements)
      expect([id, conformanceClass]).toEqual([id, classOfFile[file] ?? 'publisher']);
    const used = new Set(allRequirements.map((requirement) => requirement.class));
    expect([...used]).toEqual([...conformanceClasses]);
  });

  it('are the only ids that prose and decisions name', () => {
    const decisions = new URL('../../decisions/', import.meta.url);
    const texts = [
      ...files.map(readText),
      ...readdirSync(decisions).map((file) => readFileSync(new URL(file, decisions), 'utf8')),
    ];
    const pattern = new RegExp(`\\b(?:${Object.values(areaOfFile).join('|')})-\\d+\\b`, 'g');
    const named = texts.flatMap((text) => Array.from(text.matchAll(pattern), ([id]) => id));
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  it('use level words nowhere else in the prose', () => {
    const stray = files
      .filter((file) => file !== 'README.md')
      .flatMap((file) => readText(file).split('\n'))
      .filter((line) => !line.startsWith('- **[') && levelOf(line) !== undefined);
    expect(stray).toEqual([]);
  });
});
