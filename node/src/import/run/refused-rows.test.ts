import { beforeEach, describe, expect, it } from 'vitest';
import { createIngest, type Ingest } from '../../ingest/ingest.ts';
import { parseMark } from '../../ingest/mark.ts';
import { MemoryChangeLog } from '../../log/memory-change-log.ts';
import type { ImportReport } from '../../model/import-report.ts';
import { type SourceSettings, sourceSettingsSchema } from '../../model/source-settings.ts';
import { rss, testFile } from '../delivery.test-helper.ts';
import { importLimits } from '../limits.ts';
import { recogniseFormat } from '../recognise-format.ts';
import { runImport } from './run-import.ts';
import { createWaitingPlaces } from './waiting-places.ts';

const origin = 'https://town.example';
const clock = { now: () => Date.parse('2026-11-22T08:00:00Z') };

let log: MemoryChangeLog;
let ingest: Ingest;
let isLocated: boolean;
beforeEach(() => {
  log = new MemoryChangeLog({ origin, clock });
  ingest = createIngest(log);
  isLocated = true;
});

const source = (name: string, more: Partial<SourceSettings> = {}): SourceSettings =>
  sourceSettingsSchema.parse({ name, title: name, license: 'https://l.example/', attribution: name, ...more });

/** Knows every postcode, while it is there. */
const gazetteer = () => (isLocated ? { latitude: 52, longitude: 6 } : undefined);

const deliver = async (
  content: string | Uint8Array,
  settings: SourceSettings,
  asStated = false,
): Promise<ImportReport> => {
  const file = testFile(content);
  const run = {
    file,
    settings,
    format: await recogniseFormat(file),
    dryRun: false,
    partial: false,
    allowShrink: false,
  };
  return runImport(
    { log, ingest, clock, locate: { gazetteer, otherPlaces: () => undefined } },
    { ...run, asStated, progress: () => undefined, signal: undefined },
  );
};
const liveThings = async (): Promise<readonly string[]> =>
  (await Array.fromAsync(log.entries()))
    .flat()
    .flatMap(({ id, text }) => (text === undefined ? [] : [id]))
    .toSorted();

/** What became of a second delivery, in which one row had a flaw. */
interface Redelivery {
  readonly format: string;
  readonly outcome: string;
  readonly errors: readonly string[];
  readonly lost: readonly string[];
}

/** Delivers a good file, then the same with a flaw, when the gazetteer is gone too. */
const redeliver = async (
  [good, flawed]: readonly [string, string | Uint8Array],
  settings: SourceSettings,
): Promise<Redelivery> => {
  expect(await deliver(good, settings)).toMatchObject({ outcome: 'complete', refused: 0 });
  const before = await liveThings();
  isLocated = false;
  const { format, outcome, issues } = await deliver(flawed, settings);
  const after = new Set(await liveThings());
  const errors = issues.filter(({ level }) => level === 'error').map(({ code }) => code);
  return { format, outcome, errors, lost: before.filter((id) => !after.has(id)) };
};
/** The flawed row is refused for this one reason, and all things stay. */
const nothingLost = (format: string, code: string): Redelivery => ({
  format,
  outcome: 'complete',
  errors: [code],
  lost: [],
});

/** The text with one row changed; the others are enough for one lost row to be less than a third. */
const swap = (text: string, from: string, to: string): readonly [string, string] => {
  expect(text).toContain(from);
  return [text, text.replace(from, to)];
};
/** Puts a byte where `¤` stands that is no UTF-8; good accents elsewhere show that the rest is. */
const broken = ([good, flawed]: readonly [string, string]): readonly [string, Uint8Array] => {
  const [start = '', end = ''] = flawed.split('¤');
  return [good, Buffer.concat([Buffer.from(start), Buffer.from([0xe9]), Buffer.from(end)])];
};

const placeLines = ['a', 'b', 'c', 'd'].map((key) => `${key};Winkel ${key};bakker;Straat 1;1234AB;Dorp;NL;52,1;6,1;`);
const places = `code;naam;soort;adres;postcode;plaats;land;lat;lon;vervoerders\n${placeLines.join('\n')}\n`
  .replace('6,1;\nb', '6,1;PostNL\nb')
  .replace(
    'd;Winkel d;bakker;Straat 1;1234AB;Dorp;NL;52,1;6,1;',
    'd;Winkel d;bakker;Straat 1;9999ZZ;Dorp;NL;52,1;6,1;',
  );
const lineA = `${placeLines[0] ?? ''}PostNL`;
const gtins = ['9520000000011', '9520000000028', '9520000000035', '9520000000042'];
const [gtin = ''] = gtins;

describe('a refused row of a places sheet keeps its place and parcel point', () => {
  it.each([
    ['place-name-missing', lineA, lineA.replace('Winkel a', '')],
    ['place-town-missing', lineA, lineA.replace('Dorp', '')],
    ['country-unknown', lineA, lineA.replace('NL', 'Atlantis')],
    ['cells-too-many', lineA, `${lineA};zoveel`],
    ['quote-unclosed', lineA, lineA.replace('Winkel', '"Winkel')],
    ['place-not-located', ';9999ZZ;Dorp;NL;52,1;6,1;', ';9999ZZ;Dorp;NL;;;'],
  ])('%s', async (code, from, to) => {
    expect(await redeliver(swap(places, from, to), source('sheet'))).toEqual(nothingLost('places-sheet', code));
  });

  it('encoding-broken', async () => {
    expect(
      await redeliver(broken(swap(places.replaceAll('Straat', 'Allée'), 'Winkel a', 'Wink¤l a')), source('sheet')),
    ).toEqual(nothingLost('places-sheet', 'encoding-broken'));
  });

  it('known by name and postcode', async () => {
    const named = places.replaceAll(/^[^;]*;/gm, '');
    for (const flawed of [named.replace('Dorp', ''), named.replace('PostNL', 'PostNL;zoveel')]) {
      log = new MemoryChangeLog({ origin, clock });
      ingest = createIngest(log);
      await deliver(named, source('sheet'));
      expect(await deliver(flawed, source('sheet'))).toMatchObject({ outcome: 'complete', refused: 1, removed: 0 });
    }
  });

  it('too-many-waiting', () => {
    const waiting = createWaitingPlaces({ gazetteer: () => undefined, otherPlaces: () => undefined });
    const row = { line: 1, drafts: [{ kind: 'Place' as const, key: 'a', data: { name: 'A' } }], issues: [] };
    for (let index = 0; index < importLimits.waitingPlacesMax; index++) waiting.take(row);
    expect(waiting.take(row)).toMatchObject({
      drafts: [{ kind: 'Place', key: 'a', data: {} }],
      issues: [{ code: 'too-many-waiting' }],
    });
  });
});

const item = (each: string, more = ''): string =>
  `<item><g:id>F-${each}</g:id><title>Pomp</title><g:gtin>${each}</g:gtin><g:price>9 EUR</g:price>${more}</item>`;

describe('with places', () => {
  beforeEach(async () => {
    await deliver(places, source('sheet'));
  });

  describe('a refused row of barcodes and stock keeps its offer', () => {
    const stock = source('stock', { place: 'a' });
    const list = `barcode;voorraad\n${gtins.map((each) => `${each};4`).join('\n')}\n`;
    it.each([
      ['cells-too-many', `${gtin};4;9`],
      ['quote-unclosed', `${gtin};"4`],
    ])('%s', async (code, to) => {
      expect(await redeliver(swap(list, `${gtin};4`, to), stock)).toEqual(nothingLost('barcodes-and-stock', code));
    });

    it('that leads through a code of the shop', async () => {
      const feed = `id\ttitle\tgtin\tbrand\tprice\nF-1\tPomp\t${gtin}\tKorhoen\t9.95 EUR\n`;
      await deliver(feed, source('feed', { place: 'a', offers: false }));
      const byCode = list.replace(`${gtin};4`, 'F-1;4');
      expect(await redeliver(swap(byCode, 'F-1;4', 'F-1;4;9'), stock)).toEqual(
        nothingLost('barcodes-and-stock', 'cells-too-many'),
      );
    });

    it('and the product that it names', async () => {
      const named = `code;naam;voorraad\n${['X', 'Y', 'Z', 'W'].map((code) => `${code};Ding ${code};4`).join('\n')}\n`;
      expect(await redeliver(swap(named, 'Ding X;4', 'Ding X;4;9'), stock)).toEqual(
        nothingLost('barcodes-and-stock', 'cells-too-many'),
      );
    });
  });

  describe('a refused row of a Google product table keeps its product and offer', () => {
    const feed = source('feed', { place: 'a' });
    const rows = gtins.map((each, index) => `F-${index}\tPomp\t${each}\tKorhoen\t9.95 EUR`);
    const table = `id\ttitle\tgtin\tbrand\tprice\n${rows.join('\n')}\n`;
    it.each([
      ['cells-too-many', 'F-0\tPomp', '9.95 EUR\tzoveel'],
      ['quote-unclosed', 'F-0\t"Pomp', '9.95 EUR'],
    ])('%s', async (code, start, end) => {
      const flawed = (rows[0] ?? '').replace('F-0\tPomp', start).replace('9.95 EUR', end);
      expect(await redeliver(swap(table, rows[0] ?? '', flawed), feed)).toEqual(
        nothingLost('google-product-table', code),
      );
    });

    it('encoding-broken', async () => {
      const pair = broken(swap(table.replaceAll('Korhoen', 'Pâté'), 'Pomp', 'P¤mp'));
      expect(await redeliver(pair, feed)).toEqual(nothingLost('google-product-table', 'encoding-broken'));
    });

    it.each([
      ['store-code-missing', ''],
      ['store-code-unmapped', 'nergens'],
      ['place-of-row-unknown', 'gone'],
    ])('where only its store is not known: its product (%s)', async (code, store) => {
      const inStore = table.replace('price\n', 'price\tstore_code\n').replaceAll('EUR', 'EUR\tA');
      const chain = source('feed', { stores: { A: 'a', gone: 'nowhere' } });
      await deliver(inStore, chain);
      const report = await deliver(inStore.replace('EUR\tA', `EUR\t${store}`), chain);
      expect(report.issues.map((issue) => issue.code)).toEqual([code]);
      expect(await liveThings()).toContain(`/products/0${gtin}`);
    });
  });

  describe('a refused item of a Google product XML keeps its product and offer', () => {
    const xml = rss(gtins.map((each) => item(each)).join('\n'));
    it.each([
      ['xml-item-fields', `<x>y</x>`.repeat(importLimits.columnsMax)],
      ['xml-item-too-long', `<description>${'lang '.repeat(importLimits.rowBytesMax / 5)}</description>`],
      ['xml-item-broken', '<description>een <b>woord</description>'],
    ])('%s', async (code, more) => {
      const pair = swap(xml, item(gtin), item(gtin, more));
      expect(await redeliver(pair, source('feed', { place: 'a' }))).toEqual(nothingLost('google-product-xml', code));
    });
  });

  describe('a refused row of a Google local inventory keeps its offer', () => {
    const rows = gtins.map((each, index) => `A\tF-${index}\t${each}\t3\t9.95 EUR`);
    const inventory = `store_code\tid\tgtin\tquantity\tprice\n${rows.join('\n')}\n`;
    it('cells-too-many', async () => {
      const pair = swap(inventory, rows[0] ?? '', `${rows[0] ?? ''}\tzoveel`);
      expect(await redeliver(pair, source('chain', { stores: { A: 'a' } }))).toEqual(
        nothingLost('google-local-inventory', 'cells-too-many'),
      );
    });

    it('store-code-missing: the product', async () => {
      await deliver(inventory, source('chain', { stores: { A: 'a' } }));
      await deliver(inventory.replace('A\tF-0', '\tF-0'), source('chain', { stores: { A: 'a' } }));
      expect(await liveThings()).toContain(`/products/0${gtin}`);
    });
  });
});

it('a refused row of a Google store feed keeps its place', async () => {
  const rows = ['a', 'b', 'c', 'd'].map((key) => `${key}\tWinkel ${key}\tStraat 1\tDorp\t1234 AB`);
  const feed = `store_code\tname\taddress_1\tlocality\tpostal_code\n${rows.join('\n')}\n`;
  const pair = swap(feed, rows[0] ?? '', `${rows[0] ?? ''}\tzoveel`);
  isLocated = true;
  await deliver(pair[0], source('stores'));
  const before = await liveThings();
  expect(await deliver(pair[1], source('stores'))).toMatchObject({ refused: 1, removed: 0 });
  expect(await liveThings()).toEqual(before);
});

describe('a refused line of NDJSON keeps its thing', () => {
  const services = ['w', 'x', 'y', 'z'].map((key) =>
    JSON.stringify({ id: `/services/a.${key}`, type: 'Service', name: 'Band plakken', provider: '/places/a' }),
  );
  const lines = `${services.join('\n')}\n`;
  const deep = `"more":${'['.repeat(importLimits.jsonDepthMax)}${']'.repeat(importLimits.jsonDepthMax)}`;
  beforeEach(async () => {
    await deliver(places, source('sheet'));
  });

  it.each([
    ['json-too-deep', '"type":"Service"', `"type":"Service",${deep}`],
    ['type-unknown', '"type":"Service"', '"type":"Dienst"'],
    ['json-broken', '"name":"Band plakken"', '"name":"Band "plakken""'],
  ])('%s', async (code, from, to) => {
    expect(await redeliver(swap(lines, from, to), source('list'))).toEqual(nothingLost('ndjson', code));
  });

  it('encoding-broken', async () => {
    expect(
      await redeliver(broken(swap(lines.replaceAll('Band', 'Bänd'), 'plakken', 'pl¤kken')), source('list')),
    ).toEqual(nothingLost('ndjson', 'encoding-broken'));
  });

  it('by whole addresses', async () => {
    const whole = lines.replaceAll(/"(\/(?:services|places)\/)/g, `"${origin}$1`);
    const pair = swap(whole, '"type":"Service"', `"type":"Service",${deep}`);
    expect(await redeliver(pair, source('list'))).toEqual(nothingLost('ndjson', 'json-too-deep'));
  });

  it('of whichever sources state it', async () => {
    const product = {
      id: `/products/0${gtin}`,
      type: 'Product',
      gtin: `0${gtin}`,
      name: 'Pomp',
      source: '/sources/one',
      statement: [
        { type: 'ProductStatement', source: '/sources/one', name: 'Pomp' },
        { type: 'ProductStatement', source: '/sources/two', name: 'Pomp' },
      ],
    };
    const one = JSON.stringify(product);
    const text = [one, JSON.stringify({ ...product, id: `/products/0${gtins[1]}`, gtin: `0${gtins[1]}` })].join('\n');
    await deliver(`${text}\n`, source('export'), true);
    const before = await liveThings();
    const flawed = `${text}\n`.replace('"type":"Product"', `"type":"Product",${deep}`);
    const report = await deliver(flawed, source('export'), true);
    expect(report.issues.map(({ code }) => code)).toEqual(['json-too-deep']);
    expect(await liveThings()).toEqual(before);
    const runs = (await log.records('mark', '', { limit: 100 }))
      .filter(([key]) => /^(one|two)!/.test(key))
      .map(([, mark]) => parseMark(mark).run);
    expect([runs.length, new Set(runs).size]).toEqual([4, 1]);
  });
});
