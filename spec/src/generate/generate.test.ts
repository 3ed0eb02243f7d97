import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Parser } from 'n3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { text } from '../models/property.ts';
import { contextSha256, contextText } from '../rdf/context.ts';
import { generateAll } from './all.ts';
import { contextTerms } from './context.ts';
import { staleFiles, writeFiles } from './files.ts';

const files = generateAll();

const model = (iri: string) => ({
  name: 'Offer',
  classIri: 'schema:Offer',
  comment: '',
  types: { Offer: 'schema:Offer' },
  schema: z.object({ shelf: text(iri, 'Where it stands.') }),
});

const ownTerms = (words: string): ReadonlySet<string> =>
  new Set(Array.from(words.matchAll(/(?:"|^)(os:[A-Za-z]+)/gm), ([, term = '']) => term));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'openstraat-generate-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('what is committed is what the models give', () => {
  expect(staleFiles(resolve(import.meta.dirname, '../..'), files)).toEqual([]);
});

test('a changed, a missing and a left-over file are each named', () => {
  expect(staleFiles(folder, files)).toHaveLength(files.size);
  writeFiles(folder, files);
  expect(staleFiles(folder, files)).toEqual([]);
  appendFileSync(join(folder, 'generated/context-v1.jsonld'), ' ');
  rmSync(join(folder, 'generated/shapes.ttl'));
  writeFileSync(join(folder, 'generated/old.ttl'), '');
  expect(staleFiles(folder, files)).toEqual([
    { path: 'generated/context-v1.jsonld', why: 'stale' },
    { path: 'generated/shapes.ttl', why: 'missing' },
    { path: 'generated/old.ttl', why: 'left over' },
  ]);
  writeFiles(folder, files);
  expect(staleFiles(folder, files)).toEqual([]);
});

test('the bundled context is the committed one, byte for byte', () => {
  expect(contextText).toBe(files.get('generated/context-v1.jsonld'));
  expect(contextSha256).toBe(createHash('sha256').update(contextText).digest('hex'));
  expect(files.get('generated/tables.md')).toContain(contextSha256);
});

test('a term that would mean two things stops the generator', () => {
  expect(contextTerms([model('os:shelf'), model('os:shelf')])).toHaveProperty('shelf', 'os:shelf');
  expect(() => contextTerms([model('os:shelf'), model('schema:shelf')])).toThrow('the term shelf means both');
});

test('shapes and vocabulary are Turtle', () => {
  for (const path of ['generated/shapes.ttl', 'generated/vocabulary.ttl'])
    expect(new Parser().parse(files.get(path) ?? '').length).toBeGreaterThan(200);
});

test('every own term of the context stands in the vocabulary, and no other', () => {
  expect([...ownTerms(files.get('generated/vocabulary.ttl') ?? '')].toSorted()).toEqual(
    [...ownTerms(files.get('generated/context-v1.jsonld') ?? '')].toSorted(),
  );
});
