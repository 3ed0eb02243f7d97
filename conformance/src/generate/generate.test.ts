import { allRequirements } from '@openstraat/spec';
import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { runTiny } from '../broken/run-tiny.test-helper.ts';
import { issueCertificate } from '../certificate/issue-certificate.ts';
import { makeIssuerKey } from '../certificate/key-file.ts';
import { generateAll } from './all.ts';
import { generateCoverage } from './coverage.ts';

let files: ReadonlyMap<string, string>;
beforeAll(async () => {
  files = await generateAll();
});

/** The generated schema as a validator, read back from its text. */
const validatorOf = (path: string): z.ZodType =>
  z.fromJSONSchema(JSON.parse(files.get(path) ?? '') as Parameters<typeof z.fromJSONSchema>[0]);

it('a result and a certificate fit their JSON Schemas, with members that are added later', async () => {
  const result = await runTiny();
  const certificate = issueCertificate(result, { key: makeIssuerKey('Registry'), nowMs: Date.now() });
  for (const [path, document] of [
    ['generated/result-schema.json', result],
    ['generated/certificate-schema.json', certificate],
  ] as const) {
    const validator = validatorOf(path);
    expect(validator.safeParse(document).error).toBeUndefined();
    expect(validator.safeParse({ ...document, added: 1 }).success).toBe(true);
    expect(validator.safeParse({ ...document, version: 2 }).success).toBe(false);
    expect(validator.safeParse({ ...document, verdict: 'fine' }).success).toBe(false);
  }
});

it('the coverage page has every requirement once', () => {
  const ids = Array.from(
    (files.get('generated/coverage.md') ?? '').matchAll(/^\| ([A-Z]+-\d+) \|/gm),
    ([, id = '']) => id,
  );
  expect(ids).toEqual(allRequirements.map(({ id }): string => id));
});

it('the coverage page tells what is tested, out of sight, and not tested at all', () => {
  const of = { class: 'publisher', level: 'MUST', text: '', file: 'feed.md' } as const;
  const page = generateCoverage(
    [
      { ...of, id: 'A-001', title: 'One' },
      { ...of, id: 'A-002', title: 'Two' },
      { ...of, id: 'A-003', title: 'Three', level: 'SHOULD' },
    ],
    [
      { name: 'first', requirement: 'A-001', outOfSight: undefined },
      { name: 'hidden', requirement: 'A-002', outOfSight: 'nobody sees it' },
    ],
    [{ name: 'broken', fails: ['first'] }],
  );
  expect(page).toContain('| publisher | 2 | 1 | 1 | 0 | 3 | 1 | 1 | 1 |');
  expect(page).toContain('| A-001 | MUST | One | `first` | `broken` |');
  expect(page).toContain('| A-002 | MUST | Two | `hidden`: out of sight, nobody sees it |  |');
  expect(page).toContain('| A-003 | SHOULD | Three | **none** |  |');
});
