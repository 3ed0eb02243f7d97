import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installPacked } from './support/install-packed.ts';
import { writeTinySite } from './support/write-tiny-site.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openstraat-packed-'));
  await Promise.all([installPacked(folder), writeTinySite(join(folder, 'site'))]);
}, 180_000);
afterAll(() => rm(folder, { recursive: true }));

interface Ended {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs Node in the folder, with nothing of this repository's settings. */
const node = (...given: readonly string[]): Promise<Ended> => {
  const { promise, resolve } = Promise.withResolvers<Ended>();
  const options = { cwd: folder, env: { PATH: process.env['PATH'] }, maxBuffer: 64 * 1024 * 1024 };
  execFile(process.execPath, given, options, (error, output, errors) =>
    resolve({ code: error === null ? 0 : Number(error.code), output, errors }),
  );
  return promise;
};
const suite = (...given: readonly string[]): Promise<Ended> =>
  node('node_modules/@openstraat/conformance/bin/openstraat-conformance.js', ...given);

describe('the packed suite in an empty folder', () => {
  it('brings what it needs, and neither the node nor what is for tests', async () => {
    const installed = join(folder, 'node_modules/@openstraat');
    expect((await readdir(installed)).toSorted()).toEqual(['conformance', 'spec']);
    const files = await readdir(join(installed, 'conformance'), { recursive: true });
    expect(files.filter((file) => /broken|\.test\b|test-helper/.test(file) && !file.includes('node_modules'))).toEqual(
      [],
    );
    for (const file of ['dist/index.d.ts', 'generated/result-schema.json']) expect(files).toContain(file);
    expect(existsSync(join(installed, 'spec/requirement-history.json'))).toBe(true);
  });

  it('says its version and what it can do', async () => {
    const manifest = await readFile(join(folder, 'node_modules/@openstraat/conformance/package.json'), 'utf8');
    const { version } = JSON.parse(manifest) as { readonly version: string };
    expect(await suite('--version')).toEqual({ code: 0, output: `${version}\n`, errors: '' });
    expect((await suite('--help')).output).toContain('verify <certificate>');
  });

  it('passes a publisher that is a folder of files, and ends with 0', async () => {
    const { code, output, errors } = await suite('--folder', 'site', '--format', 'json');
    expect(errors).toBe('');
    const { verdict, checks } = JSON.parse(output) as {
      readonly verdict: string;
      readonly checks: readonly { readonly outcome: string }[];
    };
    expect(checks.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect([code, verdict]).toEqual([0, 'conforms']);
  });

  it('fails one with a fault in it, and ends with 1', async () => {
    const broken = join(folder, 'broken');
    await writeTinySite(broken);
    await writeFile(join(broken, 'feed/checkpoint.json'), '{}');
    const { code, output } = await suite('--folder', 'broken');
    expect([code, output]).toEqual([1, expect.stringContaining('FAILED')]);
  });

  it('is a library too, whose certificates its command accepts', async () => {
    await writeFile(
      join(folder, 'test.mjs'),
      `import { writeFileSync } from 'node:fs';
       import { folderFetch, issueCertificate, issuerOf, makeIssuerKey, runConformance } from '@openstraat/conformance';
       const result = await runConformance({
         url: 'https://waterveen.example/',
         classes: ['publisher'],
         fetch: await folderFetch('site'),
       });
       const key = makeIssuerKey('Registry of Waterveen');
       writeFileSync('certificate.json', JSON.stringify(issueCertificate(result, { key, nowMs: Date.now() })));
       writeFileSync('issuer.json', JSON.stringify(issuerOf(key)));
       process.stdout.write(result.verdict);`,
    );
    expect(await node('test.mjs')).toEqual({ code: 0, output: 'conforms', errors: '' });
    const verified = await suite('verify', 'certificate.json', '--issuer', 'issuer.json');
    expect([verified.code, verified.output]).toEqual([0, expect.stringContaining('signed by Registry of Waterveen')]);
  });
});
