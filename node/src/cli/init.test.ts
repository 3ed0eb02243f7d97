import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { publicKeyOf } from '@openstraat/spec';
import { describe, expect, it } from 'vitest';
import { readKeys } from '../config/keys-file.ts';
import { readSettings } from '../config/settings-file.ts';
import { CliInTest } from './run-in-test.test-helper.ts';

const flags = Object.entries({
  name: 'Winkels in Waterveen',
  area: 'Waterveen',
  operator: 'Winkeliersvereniging',
  contact: 'winkels@waterveen.example',
  license: 'odbl',
  origin: 'https://winkels.waterveen.example',
}).flatMap(([flag, value]) => [`--${flag}`, value]);
const secretIn = (text: string): string => /^ *(z\w{40,})$/m.exec(text)?.[1] ?? '';
const modeOf = async (path: string): Promise<string> => ((await stat(path)).mode & 0o777).toString(8);

describe('init', () => {
  it('makes settings and keys that only this user can read, and shows the recovery secret', async () => {
    await using cli = await CliInTest.make(false);
    const { code, output } = await cli.run(['init', ...flags]);
    expect(code).toBe(0);
    expect(await readSettings(cli.folder, {})).toEqual({
      version: 1,
      name: 'Winkels in Waterveen',
      area: 'Waterveen',
      operator: { name: 'Winkeliersvereniging', contact: 'winkels@waterveen.example' },
      license: 'https://opendatacommons.org/licenses/odbl/1-0/',
      origin: 'https://winkels.waterveen.example',
      language: 'nl',
      registries: [],
      tombstoneDays: 30,
      searchesPerMinute: 300,
      trustedProxies: 0,
      pollMinutes: 5,
      replicaMebibytesMax: 8_192,
      allowPrivateAddress: false,
      followers: 'open',
      noticeSeconds: 3,
      followerGoneDays: 30,
      authorisedFetch: false,
      fictional: false,
    });
    const { path, keys, settings } = cli.folder;
    expect(await Promise.all([path, keys, settings].map(modeOf))).toEqual(['700', '600', '600']);
    expect(publicKeyOf(secretIn(output))).toBe((await readKeys(cli.folder)).recoveryPublicKeyMultibase);
  });

  it('puts the recovery secret into a new file instead, and shows it to nobody', async () => {
    await using cli = await CliInTest.make(false);
    const file = join(cli.folder.path, '../recovery.txt');
    const { output } = await cli.run(['init', ...flags, '--recovery-file', file]);
    const secret = secretIn(await readFile(file, 'utf8'));
    expect(publicKeyOf(secret)).toBe((await readKeys(cli.folder)).recoveryPublicKeyMultibase);
    expect(output).not.toContain(secret);
    expect(await modeOf(file)).toBe('600');

    await using second = await CliInTest.make(false);
    expect(await second.run(['init', ...flags, '--recovery-file', file])).toMatchObject({ code: 2 });
    expect(await second.run(['start'])).toMatchObject({ errors: expect.stringContaining('openstraat init') });
  });

  it('leaves a node alone that is there already, whatever it is asked', async () => {
    await using cli = await CliInTest.make();
    const before = await readFile(cli.folder.keys, 'utf8');
    for (const given of [flags, []])
      expect(await cli.run(['init', ...given])).toMatchObject({
        code: 1,
        errors: expect.stringContaining('There is a node'),
      });
    expect(await readFile(cli.folder.keys, 'utf8')).toBe(before);
  });

  it('does not take over a folder that is used for other things', async () => {
    await using cli = await CliInTest.make(false);
    await mkdir(cli.folder.path, { mode: 0o755 });
    await writeFile(join(cli.folder.path, 'holiday.jpg'), '');
    expect(await cli.run(['init', ...flags])).toMatchObject({
      code: 2,
      errors: expect.stringContaining('holiday.jpg'),
    });
    expect(await modeOf(cli.folder.path)).toBe('755');
  });

  it('names the flags that are missing where there is no terminal', async () => {
    await using cli = await CliInTest.make(false);
    const { code, errors } = await cli.run(['init', '--area', 'Waterveen'], {
      variables: { OPENSTRAAT_ORIGIN: 'https://winkels.waterveen.example' },
    });
    expect(code).toBe(2);
    expect([...errors.matchAll(/^ {2}--(\w+):/gm)].map(([, flag]) => flag)).toEqual([
      'name',
      'operator',
      'contact',
      'license',
    ]);
  });

  it('names every flag that is bad at once', async () => {
    await using cli = await CliInTest.make(false);
    const { code, errors } = await cli.run(['init', ...flags, '--origin', 'waterveen', '--contact', 'x']);
    expect(code).toBe(2);
    expect(errors).toMatch(/--contact is "x"[^]*--origin is "waterveen"/);
  });

  it('asks on a terminal, again where an answer does not work', async () => {
    await using cli = await CliInTest.make(false);
    const typed = ['Winkels\r', '\r', 'Waterveen\r', 'Vereniging\r', 'a@b.example\r', 'mine\r', 'cc0\r'];
    const { code, errors } = await cli.run(['init', '--origin', 'https://winkels.waterveen.example'], {
      typed: [...typed, 'en\r'],
    });
    expect(code).toBe(0);
    expect(await readSettings(cli.folder, {})).toMatchObject({
      name: 'Winkels',
      area: 'Waterveen',
      license: 'https://creativecommons.org/publicdomain/zero/1.0/',
      language: 'en',
    });
    expect(errors.match(/That does not work/g)).toHaveLength(2);
    expect(errors).not.toContain('scheme, host and port');
  });

  it('makes nothing when the person goes away', async () => {
    await using cli = await CliInTest.make(false);
    const { code, errors } = await cli.run(['init'], { typed: ['Winkels\r', '\u0003'] });
    expect(code).toBe(2);
    expect(errors).toContain('Nothing was made');
    await expect(stat(cli.folder.path)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
