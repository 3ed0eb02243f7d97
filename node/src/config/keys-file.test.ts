import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateKeyPair, publicKeyOf } from '@openstraat/spec';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DataFolder, dataFolder } from './data-folder.ts';
import { makeKeys, readKeys, writeKeys } from './keys-file.ts';

const clock = { now: () => Date.UTC(2026, 2, 2, 6, 0, 0, 123) };

let folder: DataFolder;
beforeEach(async () => {
  folder = dataFolder(await mkdtemp(join(tmpdir(), 'os-')));
});
afterEach(() => rm(folder.path, { recursive: true }));

describe('the keys of a data folder', () => {
  it('are new ones each time, with a recovery key whose secret is not among them', async () => {
    const { keys, recoverySecret } = makeKeys(clock);
    expect(keys.keys).toMatchObject([{ id: 'key-1', validFrom: '2026-03-02T06:00:00Z' }]);
    expect(publicKeyOf(recoverySecret)).toBe(keys.recoveryPublicKeyMultibase);
    expect(makeKeys(clock).keys.keys[0]?.secretKeyMultibase).not.toBe(keys.keys[0]?.secretKeyMultibase);
    await writeKeys(folder, keys);
    expect(await readKeys(folder)).toEqual(keys);
    expect(JSON.stringify(await readKeys(folder))).not.toContain(recoverySecret);
  });

  it('are written for this user only, and refused once others can read them', async () => {
    await writeKeys(folder, makeKeys(clock).keys);
    expect((await stat(folder.keys)).mode & 0o777).toBe(0o600);
    await chmod(folder.keys, 0o640);
    await expect(readKeys(folder)).rejects.toThrow(`chmod 600 ${folder.keys}`);
  });

  it('are refused when they are none, no pair, or all revoked', async () => {
    const { keys } = makeKeys(clock);
    const [key] = keys.keys;
    const bad: unknown[] = [
      { ...keys, keys: [] },
      { ...keys, keys: [{ ...key, publicKeyMultibase: generateKeyPair().publicKeyMultibase }] },
      { ...keys, keys: [{ ...key, secretKeyMultibase: 'z6Mk' }] },
      { ...keys, keys: [{ ...key, revoked: '2026-03-03T00:00:00Z' }] },
    ];
    for (const one of bad) {
      await writeFile(folder.keys, JSON.stringify(one), { mode: 0o600 });
      await expect(readKeys(folder)).rejects.toMatchObject({ code: 'settings-invalid' });
    }
    await rm(folder.keys);
    await expect(readKeys(folder)).rejects.toMatchObject({ code: 'not-initialised' });
  });
});
