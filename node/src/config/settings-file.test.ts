import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DataFolder, dataFolder } from './data-folder.ts';
import { readSettings, writeOrigin, writeSettings } from './settings-file.ts';
import { type NodeSettings, nodeSettingsSchema } from './settings.ts';

const good: NodeSettings = nodeSettingsSchema.parse({
  version: 1,
  name: 'Winkels in Waterveen',
  area: 'Waterveen',
  operator: { name: 'Winkeliersvereniging', contact: 'winkels@waterveen.example' },
  license: 'https://creativecommons.org/licenses/by/4.0/',
  origin: 'https://winkels.waterveen.example',
});

let folder: DataFolder;
beforeEach(async () => {
  folder = dataFolder(await mkdtemp(join(tmpdir(), 'os-')));
});
afterEach(() => rm(folder.path, { recursive: true }));

const reading = async (settings: unknown): Promise<unknown> => {
  await writeFile(folder.settings, typeof settings === 'string' ? settings : JSON.stringify(settings));
  return readSettings(folder, {});
};

describe('the settings of a data folder', () => {
  it('come back as they were written, with values before them that are not kept', async () => {
    await writeSettings(folder, good);
    expect(await readSettings(folder, {})).toEqual(good);
    expect(await readSettings(folder, { 'operator.name': 'Gemeente', tombstoneDays: 60 })).toEqual({
      ...good,
      operator: { ...good.operator, name: 'Gemeente' },
      tombstoneDays: 60,
    });
    await writeOrigin(folder, 'https://nieuw.example');
    expect(await readSettings(folder, {})).toEqual({ ...good, origin: 'https://nieuw.example' });
  });

  it('find the gazetteer beside them', async () => {
    await writeSettings(folder, { ...good, gazetteer: 'postcodes.csv' });
    expect(await readSettings(folder, {})).toMatchObject({
      gazetteer: join(folder.path, 'postcodes.csv'),
    });
  });

  it('say how to make a node where there is none', async () => {
    await expect(readSettings(folder, {})).rejects.toMatchObject({
      code: 'not-initialised',
      message: expect.stringContaining(`openstraat init --data ${folder.path}`) as string,
    });
  });

  it.each<[string, object, RegExp]>([
    ['name', { ...good, name: '' }, /^name: .* Write what people call/m],
    ['operator', { ...good, operator: { name: 'A', contact: 'x' } }, /^operator\.contact: .* Write an e-mail address/m],
    ['origin', { ...good, origin: 'https://a.example/b' }, /^origin: .*without a slash/m],
    ['registries', { ...good, registries: ['x'] }, /^registries\.0: .* Write web addresses/m],
    ['version', { ...good, version: 2 }, /^version: .*another version/m],
    ['a surplus', { ...good, colour: 'red' }, /^colour: is not a setting\. Take it out\./m],
    ['a surplus of the operator', { ...good, operator: { ...good.operator, age: 3 } }, /^operator\.age: is not/m],
  ])('say what to write where one is bad: %s', async (_what, settings, message) => {
    await expect(reading(settings)).rejects.toMatchObject({
      code: 'settings-invalid',
      message: expect.stringMatching(message) as string,
    });
  });

  it('say that they are no JSON', async () => {
    await expect(reading('{"version":1,')).rejects.toMatchObject({ code: 'settings-invalid' });
  });
});
