import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cliLimits } from './limits.ts';
import { manifestName, readManifest } from './manifest.ts';

const source = { name: 'a', title: 'A', license: 'https://licence.example/', attribution: 'A' };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'os-'));
});
afterEach(() => rm(folder, { recursive: true }));

const reading = async (text: string) => {
  await writeFile(join(folder, manifestName), text);
  return readManifest(join(folder, manifestName));
};

it('finds its files beside it, wherever it is read from', async () => {
  const manifest = await reading(
    JSON.stringify({ node: { name: 'N', gazetteer: 'g.csv' }, deliveries: [{ file: 'shops/a.csv', source }] }),
  );
  expect(manifest).toMatchObject({
    node: { name: 'N', gazetteer: join(folder, 'g.csv') },
    deliveries: [{ file: join(folder, 'shops/a.csv'), partial: false }],
  });
});

const textOf = (count: number): string =>
  JSON.stringify({ deliveries: Array.from({ length: count }, () => ({ file: 'a.csv', source })) });

it('takes as many deliveries as the limit, and refuses one past it', async () => {
  expect((await reading(textOf(cliLimits.manifestDeliveriesMax))).deliveries).toHaveLength(
    cliLimits.manifestDeliveriesMax,
  );
  await expect(reading(textOf(cliLimits.manifestDeliveriesMax + 1))).rejects.toMatchObject({ code: 'file-unreadable' });
});

it('takes as many bytes as the limit, and refuses one past it', async () => {
  const text = JSON.stringify({ deliveries: [{ file: 'a.csv', source }] });
  await reading(text.padEnd(cliLimits.manifestBytesMax));
  await expect(reading(text.padEnd(cliLimits.manifestBytesMax + 1))).rejects.toThrow('larger than');
});

it.each(['{', 'null', '[]'])('refuses %s', async (text) => {
  await expect(reading(text)).rejects.toMatchObject({ code: 'file-unreadable' });
});
