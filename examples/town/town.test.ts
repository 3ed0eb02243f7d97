import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const town = import.meta.dirname;
const run = promisify(execFile);

interface Delivery {
  readonly file: string;
  readonly source: { readonly name: string; readonly place?: string; readonly stores?: Record<string, string> };
}
interface Town {
  readonly node: { readonly gazetteer: string };
  readonly deliveries: readonly Delivery[];
}

const readBytes = (path: string): Promise<Buffer> => readFile(join(town, path));
const readTown = async (): Promise<Town> => JSON.parse((await readBytes('openstraat.json')).toString()) as Town;

/** Decodes as a person would who knows which file is which. */
const readText = async (path: string): Promise<string> => {
  const bytes = await readBytes(path);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

/** The rule of GS1 as its own tables write it: from the right, weights 3 and 1 by turns; the whole is a multiple of ten. */
const hasRightCheckDigit = (gtin: string): boolean => {
  const [check, ...rest] = Array.from(gtin, Number).toReversed();
  const sum = rest.reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 3 : 1), 0);
  return (sum + (check ?? 0)) % 10 === 0;
};

const filesInShops = async (): Promise<readonly string[]> =>
  (await readdir(join(town, 'shops'))).toSorted().map((name) => `shops/${name}`);

/** Thirteen-digit runs that stand alone, by file. */
const gtinsByFile = async (): Promise<ReadonlyMap<string, readonly string[]>> => {
  const found = new Map<string, readonly string[]>();
  for (const file of await filesInShops()) {
    const text = await readText(file);
    found.set(file, text.match(/(?<![\d.])0?952\d{10}(?!\d)/g)?.map((code) => code.slice(-13)) ?? []);
  }
  return found;
};

const things = async (): Promise<readonly { readonly id: string; readonly type: string | readonly string[] }[]> => {
  const files = (await filesInShops()).filter((file) => file.endsWith('.ndjson'));
  const texts = await Promise.all(files.map(readText));
  return texts
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.endsWith('}'))
    .map((line) => JSON.parse(line) as { id: string; type: string });
};
const count = async (path: string): Promise<number> =>
  new Set((await things()).filter(({ id }) => id.startsWith(path)).map(({ id }) => id)).size;

describe('the example town', () => {
  it('is what its generator writes, byte for byte', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'waterveen-'));
    try {
      await run(process.execPath, [join(town, 'generate.mjs'), '--to', folder]);
      const made = (await readdir(join(folder, 'shops'))).toSorted().map((name) => `shops/${name}`);
      expect(made).toEqual(await filesInShops());
      const stale: string[] = [];
      for (const path of [...made, 'gazetteer.csv']) {
        const fresh = await readFile(join(folder, path));
        if (!fresh.equals(await readBytes(path))) stale.push(path);
      }
      expect(stale).toEqual([]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('delivers every file, each from a source of its own', async () => {
    const { deliveries, node } = await readTown();
    expect(deliveries.map(({ file }) => file).toSorted()).toEqual(await filesInShops());
    expect(new Set(deliveries.map(({ source }) => source.name)).size).toBe(deliveries.length);
    expect((await readText(node.gazetteer)).startsWith('postcode;lat;lon\n')).toBe(true);
  });

  it('names only places that an earlier delivery brings', async () => {
    const { deliveries } = await readTown();
    const known = new Set<string>();
    const early: string[] = [];
    for (const { file, source } of deliveries) {
      if (source.place !== undefined && !known.has(source.place)) early.push(file);
      if (file.endsWith('places.csv')) {
        for (const line of (await readText(file)).split('\n').slice(1)) known.add(line.split(';')[0] ?? '');
      }
      if (file.endsWith('winkels.csv')) for (const key of Object.values(source.stores ?? {})) known.add(key);
    }
    expect(early).toEqual([]);
  });

  it('has at least 45 places, most with a point in town', async () => {
    const [, ...rows] = (await readText('shops/places.csv')).trim().split('\n');
    const codes = new Set(rows.map((row) => row.split(';')[0]));
    expect(codes.size).toBeGreaterThanOrEqual(45);
    const inTown = rows.filter((row) => /;52\.4[12]\d{3};6\.0[12]\d{3};/.test(row));
    expect(inTown.length).toBeGreaterThanOrEqual(45);
    expect(rows.filter((row) => row.includes(';Waterveen;;;')).length).toBeGreaterThanOrEqual(5);
  });

  it('has at least 2,000 products with a valid GTIN, all under the demonstration prefix, and few wrong ones', async () => {
    const all = [...(await gtinsByFile()).values()].flat();
    const valid = new Set(all.filter(hasRightCheckDigit));
    expect(valid.size).toBeGreaterThanOrEqual(2_000);
    const wrong = all.length - all.filter(hasRightCheckDigit).length;
    expect(wrong).toBeGreaterThanOrEqual(8);
    expect(wrong).toBeLessThanOrEqual(20);
  });

  it('uses no barcode that could be a real one', async () => {
    const others: string[] = [];
    for (const file of await filesInShops()) {
      const codes = (await readText(file)).match(/(?<![\d.])\d{13}(?!\d)/g) ?? [];
      others.push(...codes.filter((code) => !/^(952|2)/.test(code)));
    }
    expect(others).toEqual([]);
  });

  it('sells bicycle pumps at three shops or more', async () => {
    const bicycleShop = await readText('shops/rijwielhuis-zadelberg.xml');
    const pumps = bicycleShop
      .split('<item>')
      .filter((item) => /<title>[^<]*fietspomp/.test(item))
      .flatMap((item) => /<g:gtin>(\d{13})</.exec(item)?.[1] ?? []);
    const byFile = [...(await gtinsByFile()).values()];
    expect(pumps.some((pump) => byFile.filter((codes) => codes.includes(pump)).length >= 3)).toBe(true);
  });

  it('has events, services, parcel points and areas', async () => {
    expect(await count('/events/')).toBeGreaterThanOrEqual(15);
    expect(await count('/services/')).toBeGreaterThanOrEqual(15);
    expect(await count('/parcel-points/')).toBeGreaterThanOrEqual(3);
    expect(await count('/areas/')).toBe(2);
  });

  it('is small, and links to nobody but example addresses', async () => {
    let bytes = 0;
    const strange: string[] = [];
    for (const file of await filesInShops()) {
      bytes += (await stat(join(town, file))).size;
      const hosts = (await readText(file)).match(/(?<=https?:\/\/)[^/"<\s;,]+/g) ?? [];
      strange.push(...hosts.filter((host) => !/(\.example|^schema\.org|^base\.google\.com|^www\.w3\.org)$/.test(host)));
    }
    expect(strange).toEqual([]);
    expect(bytes).toBeLessThanOrEqual(3 << 20);
  });
});
