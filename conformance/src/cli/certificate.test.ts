import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Certificate } from '../certificate/certificate.ts';
import { certificateLimits } from '../certificate/limits.ts';
import { type Called, callWith } from './call.test-helper.ts';

const call = (...given: readonly string[]): Promise<Called> => callWith(new AbortController().signal, ...given);

let scratch = '';
let server: Server;
let key: Called;
let made: Called;
let issuer = '';
const at = (...path: readonly string[]): string => join(scratch, ...path);
const readCertificate = (): Certificate => JSON.parse(readFileSync(at('certificate.json'), 'utf8')) as Certificate;

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'openstraat-cli-'));
  const { promise, resolve } = Promise.withResolvers<void>();
  // A publisher with a description, and nothing else.
  server = createServer(({ url }, response) =>
    url === '/.well-known/openstraat' ? response.end('{}') : response.writeHead(404).end('nothing'),
  ).listen(0, '127.0.0.1', resolve);
  await promise;
  key = await call('keygen', '--name', 'Registry of Waterveen', '--output', at('key.json'));
  writeFileSync(at('issuer.json'), key.output);
  issuer = (JSON.parse(key.output) as { readonly publicKeyMultibase: string }).publicKeyMultibase;
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const signing = ['--certificate', at('certificate.json'), '--key', at('key.json'), '--valid-days', '7'];
  made = await call(url, ...signing, '--evidence', at('evidence'), '--format', 'html', '--output', at('report.html'));
});
afterAll(() => {
  server.close();
  rmSync(scratch, { recursive: true });
});

describe('keygen', () => {
  it('shows the secret to nobody, and overwrites none', async () => {
    expect([key.code, key.errors]).toEqual([0, expect.stringContaining('keep it secret')]);
    expect(statSync(at('key.json')).mode & 0o777).toBe(0o600);
    expect(readFileSync(at('issuer.json'), 'utf8')).not.toContain('secret');
    const again = await call('keygen', '--name', 'Another', '--output', at('key.json'));
    expect([again.code, again.output]).toEqual([2, '']);
  });

  it.each([
    [['--output', 'x.json'], '--name'],
    [['--name', 'Registry'], '--output'],
    [['--name', 'Registry', '--fast'], '--fast'],
  ])('says of %j what to write instead', async (given, words) => {
    const { code, errors } = await call('keygen', ...given);
    expect([code, errors]).toEqual([2, expect.stringContaining(words)]);
  });
});

const makeKeyFor = (nameCharacters: number, file: string): Promise<Called> =>
  call('keygen', '--name', 'x'.repeat(nameCharacters), '--output', at(file));
/** A file of so many bytes that takes no room. */
const emptyFile = (name: string, bytes: number): string => {
  writeFileSync(at(name), '');
  truncateSync(at(name), bytes);
  return at(name);
};

describe('limits', () => {
  const { certificateBytesMax, keyFileBytesMax, nameCharactersMax, resultBytesMax } = certificateLimits;

  it('keep names short', async () => {
    expect((await makeKeyFor(nameCharactersMax, 'long.json')).code).toBe(0);
    expect((await makeKeyFor(nameCharactersMax + 1, 'longer.json')).errors).toContain('at most 200 characters');
  });

  it('keep files from being read that are larger than any certificate, issuer or result', async () => {
    const words = 'is larger than';
    const certificate = (bytes: number) => call('verify', emptyFile('large.json', bytes), '--issuer', issuer);
    expect((await certificate(certificateBytesMax)).errors).not.toContain(words);
    expect((await certificate(certificateBytesMax + 1)).errors).toContain(words);
    const trusted = (bytes: number) => call('verify', at('certificate.json'), '--issuer', emptyFile('key', bytes));
    expect((await trusted(keyFileBytesMax)).errors).not.toContain(words);
    expect((await trusted(keyFileBytesMax + 1)).errors).toContain(words);
    mkdirSync(at('huge'));
    emptyFile('huge/result.json', resultBytesMax + 1);
    const huge = await call('verify', at('certificate.json'), '--issuer', issuer, '--evidence', at('huge'));
    expect([huge.code, huge.errors]).toEqual([2, expect.stringContaining('is no result')]);
  });
});

describe('verify', () => {
  it('names the issuer, and ends as the run did', async () => {
    expect(made.code).toBe(1);
    expect(readCertificate().verdict).toBe('does-not-conform');
    for (const trusted of [at('issuer.json'), issuer]) {
      const { code, output } = await call('verify', at('certificate.json'), '--issuer', trusted);
      expect([code, output]).toEqual([1, expect.stringContaining('signed by Registry of Waterveen')]);
      expect(output).toContain('not looked at');
    }
  });

  it('looks at the evidence where it is told to', async () => {
    const given = ['verify', at('certificate.json'), '--issuer', issuer, '--evidence', at('evidence')];
    expect((await call(...given)).output).toContain('the evidence is what was certified');
    const body = readCertificate().evidence.exchanges.find(({ sha256 }) => sha256 !== undefined)?.sha256 ?? '';
    writeFileSync(at('evidence', 'bodies', body), 'something else');
    const refused = await call(...given);
    expect([refused.code, refused.output]).toEqual([1, expect.stringMatching(/^refused\n {2}evidence-changed/)]);
  });

  it('refuses what was changed, and what is by others', async () => {
    writeFileSync(at('changed.json'), JSON.stringify({ ...readCertificate(), verdict: 'not-tested' }));
    const changed = await call('verify', at('changed.json'), '--issuer', issuer);
    expect([changed.code, changed.output]).toEqual([1, expect.stringContaining('signature')]);
    const other = await call('keygen', '--name', 'Another', '--output', at('other.json'));
    writeFileSync(at('other-issuer.json'), other.output);
    const unknown = await call('verify', at('certificate.json'), '--issuer', at('other-issuer.json'));
    expect([unknown.code, unknown.output]).toEqual([1, expect.stringContaining('unknown-issuer')]);
    const nobody = await call('verify', at('certificate.json'));
    expect(nobody).toEqual(unknown);
    for (const words of ['Registry of Waterveen', issuer, '--issuer']) expect(nobody.output).toContain(words);
  });

  it.each([
    [[], 'Name one file'],
    [['nowhere.json', '--issuer', 'ISSUER'], 'nowhere.json'],
    [['certificate.json', '--issuer', 'nobody'], 'is not an Ed25519 public key'],
    [['report.html', '--issuer', 'ISSUER'], 'is no certificate'],
  ])('says of %j what is wrong with it, and ends with 2', async (given, words) => {
    const [file, ...others] = given.map((word) => (word === 'ISSUER' ? issuer : word));
    const { code, errors } = await call('verify', ...(file === undefined ? [] : [at(file)]), ...others);
    expect([code, errors]).toEqual([2, expect.stringContaining(words)]);
    expect(errors).not.toMatch(/\n\s+at /);
  });
});

describe('a test with a certificate or a folder', () => {
  it.each([
    [['--certificate', 'c.json'], '--key'],
    [['--key', 'k.json'], '--certificate'],
    [['--certificate', 'c.json', '--key', 'KEY', '--valid-days', '367'], 'from 1 to 366'],
    [['--certificate', 'c.json', '--key', 'KEY', '--valid-days', '0'], 'from 1 to 366'],
    [['--certificate', 'c.json', '--key', 'nowhere.json'], 'nowhere.json'],
    [['--certificate', 'c.json', '--key', 'KEY', '--folder', 'SITE'], '--folder'],
    [['--evidence', 'SITE'], 'is not empty'],
    [['--output', 'nowhere/report.txt'], 'nowhere/report.txt'],
    [['--output', 'SITE'], 'is a folder'],
    [['--certificate', 'nowhere/c.json', '--key', 'KEY'], 'nowhere/c.json'],
    [['--folder', 'nowhere'], 'nowhere is not there'],
  ])('says of %j what to write instead', async (given, words) => {
    mkdirSync(at('site'), { recursive: true });
    writeFileSync(at('site', 'page.html'), '');
    const named: Readonly<Record<string, string>> = { KEY: at('key.json'), SITE: at('site') };
    const { code, output, errors } = await call('http://127.0.0.1:9/', ...given.map((word) => named[word] ?? word));
    expect([code, output, errors]).toEqual([2, '', expect.stringContaining(words)]);
  });

  it('shows the report where its file can no longer be written', async () => {
    mkdirSync(at('shop'));
    const taken = createServer((_request, response) => {
      rmSync(at('shop'), { recursive: true, force: true });
      response.writeHead(404).end('nothing');
    });
    await new Promise<void>((resolve) => {
      taken.listen(0, '127.0.0.1', resolve);
    });
    const url = `http://127.0.0.1:${(taken.address() as AddressInfo).port}/`;
    const certifying = ['--certificate', at('shop', 'c.json'), '--key', at('key.json')];
    const { code, output, errors } = await call(url, ...certifying, '--output', at('shop', 'report.txt'));
    taken.close();
    expect([code, output]).toEqual([2, expect.stringContaining('DESC-001')]);
    for (const file of ['c.json', 'report.txt']) expect(errors).toContain(file);
  });

  it('takes the address from the description in the folder, and says that no address was asked', async () => {
    mkdirSync(at('village', '.well-known'), { recursive: true });
    const description = at('village', '.well-known', 'openstraat');
    writeFileSync(description, '{}');
    const nameless = await call('--folder', at('village'));
    expect([nameless.code, nameless.errors]).toEqual([2, expect.stringContaining('name the address')]);
    writeFileSync(description, '{"origin":"https://village.example"}');
    const { code, output } = await call('--folder', at('village'));
    expect(code).toBe(1);
    expect(output).toContain('https://village.example/');
    expect(output).toContain('No address was asked');
  });
});
