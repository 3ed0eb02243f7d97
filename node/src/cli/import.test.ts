import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fakeReport } from '../control/fake-node.test-helper.ts';
import type { Issue } from '../model/issue.ts';
import { type SourceSettings, sourceSettingsSchema } from '../model/source-settings.ts';
import { CliInTest } from './run-in-test.test-helper.ts';

const source: SourceSettings = sourceSettingsSchema.parse({
  name: 'jansen-stock',
  title: 'Jansen, stock',
  place: 'fietsen-jansen',
  license: 'https://creativecommons.org/publicdomain/zero/1.0/',
  attribution: 'Fietsen Jansen',
  schedule: 'every night',
});
const issue: Issue = {
  code: 'gtin-check-digit',
  level: 'error',
  line: 3,
  field: 'ean',
  value: '=9520000000011',
  message: 'The check digit is wrong. Look at the barcode again.',
};

/** A node with a file beside its data folder. */
const withFile = async (): Promise<CliInTest & { readonly file: string }> => {
  const cli = await CliInTest.make();
  const file = join(cli.folder.path, '../stock.csv');
  await writeFile(file, '9520000000011;3\n');
  return Object.assign(cli, { file });
};

describe('import', () => {
  it('imports a file of a known source as it is', async () => {
    await using cli = await withFile();
    cli.node.sources.set(source.name, source);
    const { code, output } = await cli.run(['import', cli.file, '--source', 'jansen-stock', '--partial']);
    expect(code).toBe(0);
    expect(output).toMatch(/^jansen-stock: .*stock\.csv/);
    expect(cli.node.imports).toEqual([
      { file: cli.file, source: 'jansen-stock', dryRun: false, partial: true, allowShrink: false },
    ]);
    expect(cli.node.disposed).toBe(true);
  });

  it('wants to know whose file it is, and what a new source is', async () => {
    await using cli = await withFile();
    expect(await cli.run(['import', cli.file])).toMatchObject({ code: 2, errors: expect.stringContaining('--source') });
    expect(await cli.run(['import', cli.file, '--source', 'jansen-stock'])).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/There is no source "jansen-stock".*in this call: --attribution/),
    });
    const missing = await cli.run(['import', cli.file, '--source', 'Jansen', '--place', 'Fietsen Jansen']);
    expect(missing).toMatchObject({ code: 2, errors: expect.stringContaining('--attribution is missing: give whom') });
    expect(missing.errors).toContain('The name "Jansen" takes lower-case');
    expect(missing.errors).toContain('--place: takes lower-case');
    expect(cli.node.imports).toEqual([]);
  });

  it('describes a new source in the same call, with the licence of the node', async () => {
    await using cli = await withFile();
    const flags = ['--source', 'jansen-stock', '--place', 'fietsen-jansen', '--attribution', 'Fietsen Jansen'];
    await cli.run(['import', cli.file, ...flags, '--dry-run']);
    expect(cli.node.sources.size).toBe(0);
    await cli.run(['import', cli.file, ...flags]);
    expect(cli.node.imports[0]?.settings).toEqual({
      name: 'jansen-stock',
      title: 'jansen-stock',
      place: 'fietsen-jansen',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      attribution: 'Fietsen Jansen',
      currency: 'EUR',
      country: 'NL',
      timeZone: 'Europe/Amsterdam',
      offers: true,
    });
  });

  it('changes only what the flags say of a known source; stores take the place of a place', async () => {
    await using cli = await withFile();
    cli.node.sources.set(source.name, source);
    const stores = join(cli.folder.path, '../stores.csv');
    await writeFile(stores, 'store_code;place\n0017;fietsen-jansen\n');
    await cli.run(['import', cli.file, '--source', 'jansen-stock', '--stores', stores]);
    const { place: _place, ...others } = source;
    expect(cli.node.imports[0]?.settings).toEqual({ ...others, stores: { '0017': 'fietsen-jansen' } });
  });

  it('ends with 0 when rows were refused, with 3 when it was stopped', async () => {
    await using cli = await withFile();
    cli.node.sources.set(source.name, source);
    const given = ['import', cli.file, '--source', 'jansen-stock'];
    cli.node.onImport = () => Promise.resolve(fakeReport({ rows: 2, refused: 1, issues: [issue] }));
    expect(await cli.run(given)).toMatchObject({ code: 0, output: expect.stringContaining('refused 1 row,') });
    cli.node.onImport = () => Promise.resolve(fakeReport({ outcome: 'stopped', message: 'Pass --allow-shrink.' }));
    expect(await cli.run(given)).toMatchObject({ code: 3, output: expect.stringContaining('Pass --allow-shrink.') });
  });

  it('reports as JSON and CSV, to the output or to a file', async () => {
    await using cli = await withFile();
    cli.node.sources.set(source.name, source);
    cli.node.onImport = (request) => Promise.resolve(fakeReport({ file: request.file, issues: [issue] }));
    const given = ['import', cli.file, '--source', 'jansen-stock'];
    const json = await cli.run([...given, '--json']);
    expect(JSON.parse(json.output)).toEqual(fakeReport({ file: cli.file, issues: [issue] }));
    const file = join(cli.folder.path, '../report.csv');
    const text = await cli.run([...given, '--report-file', file]);
    expect(text.output).toContain('Refused: gtin-check-digit');
    expect(await readFile(file, 'utf8')).toContain(",3,error,gtin-check-digit,ean,'=9520000000011,");
    const lost = await cli.run([...given, '--report-file', join(file, 'not-a-folder.json')]);
    expect(lost).toMatchObject({ code: 1, output: expect.stringContaining('Refused: gtin-check-digit') });
  });

  it('keeps the standard input in a file of the data folder, for as long as it takes', async () => {
    await using cli = await withFile();
    cli.node.sources.set(source.name, source);
    let content = '';
    cli.node.onImport = async (request) => {
      content = await readFile(request.file, 'utf8');
      return fakeReport({ file: request.file });
    };
    const { output } = await cli.run(['import', '-', '--source', 'jansen-stock'], { input: '9520000000011;3\n' });
    expect(content).toBe('9520000000011;3\n');
    expect(output).toContain('jansen: standard input (');
    expect(await readdir(cli.folder.spool)).toEqual([]);
  });

  it('says so when there is no such file', async () => {
    await using cli = await withFile();
    const { code, errors } = await cli.run(['import', `${cli.file}x`, '--source', 'jansen-stock']);
    expect({ code, errors }).toEqual({ code: 1, errors: expect.stringContaining('ENOENT') });
  });

  it('shows progress in one line on a terminal, in plain lines elsewhere', async () => {
    await using cli = await withFile();
    cli.node.sources.set(source.name, source);
    cli.node.onImport = (_request, progress) => {
      for (let elapsedMs = 0; elapsedMs <= 25_000; elapsedMs += 50)
        progress({ rows: elapsedMs * 40, bytes: elapsedMs, bytesTotal: 50_000, elapsedMs });
      return Promise.resolve(fakeReport());
    };
    const given = ['import', cli.file, '--source', 'jansen-stock'];
    const plain = await cli.run(given);
    expect(plain.errors.split('\n')).toEqual([
      expect.stringMatching(/stock\.csv: 400,000 rows, 40,000 rows\/s, 20%, 40\.0 s left$/),
      expect.stringMatching(/stock\.csv: 800,000 rows, 40,000 rows\/s, 40%, 30\.0 s left$/),
      '',
    ]);
    const onTerminal = await cli.run(given, { typed: [] });
    expect(onTerminal.errors).not.toContain('\n');
    expect(onTerminal.errors.split('\r').length).toBe(25_000 / 100 + 1 + 2);
    expect(onTerminal.errors.endsWith('\r\u001B[K')).toBe(true);
  });
});

const delivery = (name: string, more: object = {}) => ({
  file: `shops/${name}.csv`,
  source: { ...source, name },
  ...more,
});
const withFolder = async (manifest: unknown): Promise<CliInTest & { readonly town: string }> => {
  const cli = await CliInTest.make();
  const town = join(cli.folder.path, '../town');
  await mkdir(town);
  await writeFile(join(town, 'openstraat.json'), JSON.stringify(manifest));
  return Object.assign(cli, { town });
};

describe('import of a folder', () => {
  it('says that there is no list in it before anything about flags', async () => {
    await using cli = await CliInTest.make();
    const empty = join(cli.folder.path, '../empty');
    await mkdir(empty);
    for (const flags of [[], ['--source', 'jansen']]) {
      const { code, errors } = await cli.run(['import', empty, ...flags]);
      expect([code, errors]).toEqual([1, expect.stringContaining(`${empty} has no openstraat.json`)]);
    }
  });

  it('imports its deliveries in order, with their sources', async () => {
    await using cli = await withFolder({ deliveries: [delivery('b'), delivery('a', { partial: true })] });
    const { code, output } = await cli.run(['import', cli.town, '--report', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(output)).toHaveLength(2);
    expect(cli.node.imports).toEqual([
      expect.objectContaining({ file: join(cli.town, 'shops/b.csv'), source: 'b', partial: false }),
      expect.objectContaining({ file: join(cli.town, 'shops/a.csv'), source: 'a', partial: true }),
    ]);
    expect([...cli.node.sources.keys()]).toEqual(['b', 'a']);
  });

  it('goes no further than a delivery that stops', async () => {
    await using cli = await withFolder({ deliveries: [delivery('a'), delivery('b')] });
    cli.node.onImport = () => Promise.resolve(fakeReport({ outcome: 'stopped' }));
    expect(await cli.run(['import', cli.town])).toMatchObject({ code: 3 });
    expect(cli.node.imports).toHaveLength(1);
  });

  it.each<[unknown, string]>([
    [{ deliveries: [] }, 'deliveries'],
    [{ deliveries: [{ ...delivery('a'), source: { name: 'a' } }] }, 'deliveries.0.source.title'],
    [{ deliveries: [delivery('a')], extra: 1 }, 'extra'],
  ])('refuses a manifest that is wrong: %j', async (manifest, what) => {
    await using cli = await withFolder(manifest);
    expect(await cli.run(['import', cli.town])).toMatchObject({ code: 1, errors: expect.stringContaining(what) });
    expect(cli.node.imports).toEqual([]);
  });

  it('takes no flags that the manifest answers', async () => {
    await using cli = await withFolder({ deliveries: [delivery('a')] });
    expect(await cli.run(['import', cli.town, '--source', 'a'])).toMatchObject({ code: 2 });
    expect(await cli.run(['import', cli.town, '--place', 'a'])).toMatchObject({ code: 2 });
  });
});
