import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gtinCheckDigit } from '@openstraat/spec';
import { describe, expect, it } from 'vitest';

const village = import.meta.dirname;
const program = join(village, '../../node/bin/openstraat.js');
const execute = promisify(execFile);

const openstraat = async (given: readonly string[]): Promise<string> =>
  (await execute(process.execPath, ['--conditions=@openstraat/source', program, ...given])).stdout;

const textsIn = async (folder: string): Promise<readonly string[]> =>
  Promise.all(
    (await readdir(folder)).map(async (name) => {
      const bytes = await readFile(join(folder, name));
      return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-8').decode(bytes);
    }),
  );
const barcodesIn = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap((text) => text.match(/(?<![\d.])0?\d{13}(?!\d)/g) ?? []).map((code) => code.slice(-13)));

interface Report {
  readonly outcome: string;
  readonly refused: number;
  readonly issues: readonly unknown[];
}

describe('the example village', () => {
  it('is imported whole, without an objection to any row', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kievitsdam-'));
    const data = ['--data', join(folder, 'data')];
    try {
      const flags = ['--name', 'K', '--area', 'K', '--operator', 'K', '--contact', 'a@b.example', '--license', 'cc0'];
      await openstraat(['init', ...flags, '--origin', 'https://kievitsdam.example', ...data]);
      const reports = JSON.parse(await openstraat(['import', village, '--json', ...data])) as Report[];
      expect(reports).toHaveLength((await readdir(join(village, 'shops'))).length);
      for (const report of reports) expect(report).toMatchObject({ outcome: 'complete', refused: 0, issues: [] });
      const { liveByKind } = JSON.parse(await openstraat(['stats', '--json', ...data])) as {
        liveByKind: Record<string, number>;
      };
      expect(liveByKind).toMatchObject({ Place: 7, ParcelPoint: 1, Offer: 28, Event: 2, Service: 1, Area: 1 });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('shares some barcodes with the town, and uses none that could be a real one', async () => {
    const here = barcodesIn(await textsIn(join(village, 'shops')));
    const town = barcodesIn(await textsIn(join(village, '../town/shops')));
    expect([...here].filter((code) => town.has(code))).toHaveLength(5);
    expect([...here].filter((code) => !code.startsWith('952'))).toEqual([]);
    expect([...here].filter((code) => gtinCheckDigit(code.slice(0, -1)) !== code.slice(-1))).toEqual([]);
  });

  it('links to nobody but example addresses', async () => {
    const hosts = (await textsIn(join(village, 'shops'))).flatMap(
      (text) => text.match(/(?<=https?:\/\/)[^/"<\s;,]+/g) ?? [],
    );
    expect(hosts.filter((host) => !/(\.example|^base\.google\.com)$/.test(host))).toEqual([]);
  });
});
