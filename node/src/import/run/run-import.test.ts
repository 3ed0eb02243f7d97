import { formatDigest, type ThingId } from '@openstraat/spec';
import { beforeEach, describe, expect, it } from 'vitest';
import { createIngest, type Ingest } from '../../ingest/ingest.ts';
import { DryRunChangeLog } from '../../log/dry-run-change-log.ts';
import { MemoryChangeLog } from '../../log/memory-change-log.ts';
import { fromStoredText } from '../../log/stored-text.ts';
import type { ImportReport } from '../../model/import-report.ts';
import { type SourceSettings, sourceSettingsSchema } from '../../model/source-settings.ts';
import type { ImportFile } from '../format.ts';
import { importLimits } from '../limits.ts';
import { recogniseFormat } from '../recognise-format.ts';
import { type ImportRun, runImport } from './run-import.ts';
import { createWaitingPlaces } from './waiting-places.ts';

const origin = 'https://town.example';
const clock = { now: () => Date.parse('2026-11-22T08:00:00Z') };

let log: MemoryChangeLog;
let ingest: Ingest;
beforeEach(() => {
  log = new MemoryChangeLog({ origin, clock });
  ingest = createIngest(log);
});

const textFile = (text: string, modifiedAt = '2026-11-21T06:00:00Z'): ImportFile => ({
  name: 'file',
  bytes: text.length,
  modifiedAtMs: Date.parse(modifiedAt),
  async *open() {
    yield new TextEncoder().encode(text);
  },
});
const source = (name: string, more: Partial<SourceSettings> = {}): SourceSettings =>
  sourceSettingsSchema.parse({ name, title: name, license: 'https://l.example/', attribution: name, ...more });

const locate = { gazetteer: () => undefined, otherPlaces: () => undefined };

const deliver = async (
  text: string,
  settings: SourceSettings,
  more: Partial<ImportRun> & { readonly modifiedAt?: string } = {},
): Promise<ImportReport> => {
  const file = textFile(text, more.modifiedAt);
  const run = {
    file,
    settings,
    format: await recogniseFormat(file),
    dryRun: false,
    partial: false,
    allowShrink: false,
    asStated: false,
  };
  return runImport({ log, ingest, clock, locate }, { ...run, progress: () => undefined, signal: undefined, ...more });
};

const shown = async (id: ThingId): Promise<unknown> => {
  const entry = await log.get(id);
  return entry?.text === undefined ? undefined : fromStoredText(entry.text);
};
const codes = ({ issues }: ImportReport): string[] => issues.map(({ code, line }) => `${line} ${code}`);

const sheetHeader = 'code;naam;soort;adres;postcode;plaats;lat;lon\n';
const sheet = `${sheetHeader}a;Winkel A;fietsenwinkel;Dorpsstraat 1;1234AB;Waterveen;52,1;6,1\nb;Winkel B;bakker;Dorpsstraat 3;1234AB;Waterveen;;\n`;
const feedHeader = 'id\ttitle\tgtin\tbrand\tavailability\tprice\n';
const pump = '9520000000011';

describe('a sheet of places', () => {
  it('locates a place by the postcode of another one in the file, whatever the order of rows', async () => {
    const rows = sheet.trim().split('\n');
    for (const text of [sheet, [rows[0], rows[2], rows[1]].join('\n')]) {
      log = new MemoryChangeLog({ origin, clock });
      ingest = createIngest(log);
      expect(await deliver(text, source('sheet'))).toMatchObject({ added: 2, refused: 0 });
      expect(await shown('/places/b')).toMatchObject({ geo: { latitude: 52.1, longitude: 6.1, accuracy: 'postcode' } });
    }
  });

  it('asks the gazetteer first, then other places, then refuses', async () => {
    const text = `${sheetHeader}b;Winkel B;bakker;Dorpsstraat 3;9999ZZ;Waterveen;;\n`;
    expect(codes(await deliver(text, source('sheet')))).toEqual(['2 place-not-located']);
    const tools = { log, ingest, clock, locate: { ...locate, otherPlaces: () => ({ latitude: 51, longitude: 5 }) } };
    const file = textFile(text);
    const run = {
      file,
      settings: source('sheet'),
      format: await recogniseFormat(file),
      dryRun: false,
      partial: false,
      allowShrink: true,
      asStated: false,
      progress: () => undefined,
      signal: undefined,
    };
    expect(await runImport(tools, run)).toMatchObject({ added: 1 });
    expect(await shown('/places/b')).toMatchObject({ geo: { latitude: 51 } });
    await runImport({ ...tools, locate: { ...tools.locate, gazetteer: () => ({ latitude: 50, longitude: 4 }) } }, run);
    expect(await shown('/places/b')).toMatchObject({ geo: { latitude: 50 } });
  });

  it('cannot have more places waiting than the limit', () => {
    const waiting = createWaitingPlaces(locate);
    const row = { line: 1, drafts: [{ kind: 'Place' as const, key: 'a', data: {} }], issues: [] };
    for (let index = 0; index < importLimits.waitingPlacesMax; index++) expect(waiting.take(row)).toBeUndefined();
    expect(waiting.take(row)?.issues).toMatchObject([{ code: 'too-many-waiting' }]);
  });

  it('cannot take the place of another source', async () => {
    await deliver(sheet, source('sheet'));
    expect(codes(await deliver(sheet, source('other')))).toEqual(['2 id-taken', '3 id-taken']);
  });

  it('has one place a code: the second row is refused', async () => {
    const report = await deliver(
      `${sheet}a;Winkel A2;fietsenwinkel;Dorpsstraat 1;1234AB;Waterveen;52,1;6,1\n`,
      source('sheet'),
    );
    expect(codes(report)).toEqual(['4 duplicate-row']);
    expect(report).toMatchObject({ rows: 3, added: 2, refused: 1 });
    expect(await shown('/places/a')).toMatchObject({ name: 'Winkel A' });
  });
});

describe('a product feed and the stock of the same shop', () => {
  const feed = source('feed', { place: 'a', offers: false });
  const stock = source('stock', { place: 'a' });
  beforeEach(async () => {
    await deliver(sheet, source('sheet'));
  });

  it('meet through the codes of the shop', async () => {
    expect(codes(await deliver('barcode;voorraad\nF-100;4\n', stock))).toEqual(['2 product-unknown']);
    await deliver(
      `${feedHeader}F-100\tFietspomp\t${pump}\tKorhoen\tin stock\t9.95 EUR\nF-200\tBel\t\tKorhoen\tin stock\t4.95 EUR\n`,
      feed,
    );
    expect(await deliver('barcode;voorraad\nF-100;4\nF-200;2\n', stock)).toMatchObject({ refused: 0, added: 2 });
    expect(await shown(`/offers/0${pump}.a`)).toMatchObject({
      stock: 4,
      gtin: `0${pump}`,
      itemOffered: `/products/0${pump}`,
    });
    expect(await shown('/offers/a.F-200.a')).toMatchObject({
      stock: 2,
      sku: 'F-200',
      itemOffered: '/products/a.F-200',
    });
  });

  it('say when one code stands for two products', async () => {
    const other = '9520000000028';
    const report = await deliver(
      `${feedHeader}F-100\tPomp\t${pump}\t\tin stock\t\nF-100\tBel\t${other}\t\tin stock\t\n`,
      feed,
    );
    expect(codes(report)).toEqual(['3 code-reused']);
  });

  it('keep a barcode that nobody names, and its name when the feed comes', async () => {
    await deliver(`barcode;voorraad\n${pump};4\n`, stock);
    expect(await shown(`/products/0${pump}`)).toEqual({
      id: `/products/0${pump}`,
      type: 'Product',
      gtin: `0${pump}`,
      source: '/sources/stock',
    });
    await deliver(`${feedHeader}F-100\tFietspomp\t${pump}\t\tin stock\t9.95 EUR\n`, feed);
    expect(await shown(`/products/0${pump}`)).toMatchObject({ name: 'Fietspomp', source: '/sources/feed' });
  });

  it('never merge codes of restricted circulation', async () => {
    const scale = '2000000000015';
    await deliver(`${feedHeader}\tKaas\t${scale}\t\tin stock\t9.95 EUR\n`, source('feed-a', { place: 'a' }));
    await deliver(`${feedHeader}\tWorst\t${scale}\t\tin stock\t9.95 EUR\n`, source('feed-b', { place: 'b' }));
    expect(await log.ids('/products/', { limit: 10 })).toEqual([`/products/a.0${scale}`, `/products/b.0${scale}`]);
  });

  it('refuse a delivery for a place that is not there, or not set', async () => {
    await expect(deliver('barcode;voorraad\nF-1;4\n', source('x', { place: 'nowhere' }))).rejects.toMatchObject({
      code: 'place-unknown',
    });
    await expect(deliver('barcode;voorraad\nF-1;4\n', source('x'))).rejects.toMatchObject({ code: 'place-unknown' });
  });

  it('of several shops need a store map that fits', async () => {
    const header = 'store_code\tid\tgtin\tquantity\tprice\tavailability\n';
    const row = (store: string): string => `${store}\tF-1\t${pump}\t3\t9.95 EUR\tin_stock\n`;
    const report = await deliver(
      header + row('A') + row('B') + row('C'),
      source('chain', { stores: { A: 'a', B: 'nowhere' } }),
    );
    expect(codes(report)).toEqual(['3 place-of-row-unknown', '4 store-code-unmapped']);
    expect(await log.ids('/offers/', { limit: 10 })).toEqual([`/offers/0${pump}.a`]);
  });
});

const list = (rows: readonly string[]): string => `barcode;voorraad\n${rows.map((gtin) => `${gtin};4`).join('\n')}\n`;
const feedItem = (gtin: string): string =>
  `<item><g:id>${gtin}</g:id><title>X</title><g:gtin>${gtin}</g:gtin><g:availability>in stock</g:availability></item>`;
const rss = (items: string): string => `<rss xmlns:g="http://base.google.com/ns/1.0"><channel>${items}`;

describe('a full delivery', () => {
  const stock = source('stock', { place: 'a' });
  const gtins = [pump, '9520000000028', '9520000000035', '9520000000042'];
  beforeEach(async () => {
    await deliver(sheet, source('sheet'));
    await deliver(list(gtins), stock);
  });

  it('that changes nothing changes its Source only', async () => {
    const before = log.head();
    const report = await deliver(list(gtins), stock, { modifiedAt: '2026-11-22T06:00:00Z' });
    expect(report).toMatchObject({ added: 0, changed: 0, removed: 0, unchanged: 8 });
    const page = await log.page(before.position, 10);
    expect(page.entries.map(({ id }) => id)).toEqual(['/sources/stock']);
    expect(await shown('/sources/stock')).toMatchObject({ lastCompleteDelivery: '2026-11-22T06:00:00Z' });
    expect(await shown(`/offers/0${pump}.a`)).toMatchObject({ observedAt: '2026-11-21T06:00:00Z' });
  });

  it('that lacks more than a third stops and asks; partial ones remove nothing', async () => {
    const half = list(gtins.slice(2));
    expect(await deliver(half, stock)).toMatchObject({ outcome: 'stopped', wouldRemove: 4, removed: 0 });
    expect(await deliver(half, stock, { partial: true })).toMatchObject({ outcome: 'complete', removed: 0 });
    expect(await deliver(half, stock, { allowShrink: true })).toMatchObject({ outcome: 'complete', removed: 4 });
  });

  it('keeps what its refused rows name', async () => {
    const report = await deliver(
      `id\ttitle\tgtin\tbrand\tavailability\tprice\nX\t\t\t\t\t\n`,
      source('feed', { place: 'a' }),
    );
    expect(report.refused).toBe(1);
  });

  it('as a dry run writes nothing, and finds what a real one finds', async () => {
    const before = { head: log.head(), marks: await log.records('mark', '', { limit: 100 }) };
    const text = list([pump, pump, '9520000000059']);
    await using scratch = await DryRunChangeLog.over(log);
    const file = textFile(text);
    const dry = await runImport(
      { log: scratch, ingest: createIngest(scratch), clock, locate },
      {
        file,
        settings: stock,
        format: await recogniseFormat(file),
        dryRun: true,
        partial: false,
        allowShrink: true,
        asStated: false,
        progress: () => undefined,
        signal: undefined,
      },
    );
    expect({ head: log.head(), marks: await log.records('mark', '', { limit: 100 }) }).toEqual(before);
    const real = await deliver(text, stock, { allowShrink: true });
    expect(codes(dry)).toEqual(codes(real));
    expect(dry).toMatchObject({
      added: real.added,
      changed: real.changed,
      unchanged: real.unchanged,
      wouldRemove: real.removed,
    });
  });

  it('of which every row is refused removes nothing', async () => {
    expect(await deliver('barcode;voorraad\n9520000000012;4\n', stock, { allowShrink: true })).toMatchObject({
      outcome: 'stopped',
      removed: 0,
      refused: 1,
    });
  });

  it('written by a clock that is ahead was seen now at the latest', async () => {
    await deliver(list(gtins), stock, { modifiedAt: '2027-01-01T00:00:00Z' });
    expect(await shown('/sources/stock')).toMatchObject({ lastCompleteDelivery: '2026-11-22T08:00:00Z' });
  });

  it('says before how much would go, with all that depends on it', async () => {
    const without = sheet
      .split('\n')
      .filter((row) => !row.startsWith('a;'))
      .join('\n');
    await using scratch = await DryRunChangeLog.over(log);
    const file = textFile(without);
    const dry = await runImport(
      {
        log: scratch,
        ingest: createIngest(scratch),
        clock,
        locate: { ...locate, otherPlaces: () => ({ latitude: 52, longitude: 6 }) },
      },
      {
        file,
        settings: source('sheet'),
        format: await recogniseFormat(file),
        dryRun: true,
        partial: false,
        allowShrink: true,
        asStated: false,
        progress: () => undefined,
        signal: undefined,
      },
    );
    expect(dry.wouldRemove).toBe(5);
  });

  it('that breaks off removes nothing', async () => {
    const feed = source('feed', { place: 'a' });
    await deliver(`${rss(gtins.map(feedItem).join(''))}</channel></rss>`, feed);
    const live = log.head().live;
    expect(await deliver(`${rss(gtins.slice(0, 3).map(feedItem).join(''))}<item><g:id>`, feed)).toMatchObject({
      outcome: 'stopped',
    });
    expect(log.head().live).toBe(live);
  });

  it('can be stopped between batches', async () => {
    const report = await deliver(list(gtins.slice(3)), stock, { signal: AbortSignal.abort() });
    expect(report).toMatchObject({ outcome: 'stopped', removed: 0 });
  });
});

/** An event as a line of NDJSON. */
const event = (location: string, more: object = {}): string =>
  `${JSON.stringify({ type: 'Event', id: '/events/x', name: 'Markt', location, startDate: '2026-12-01T10:00:00+01:00', ...more })}\n`;

describe('our own NDJSON', () => {
  it('brings back an export, several sources and all, with the same digest', async () => {
    await deliver(sheet, source('sheet'));
    await deliver(`${feedHeader}F-1\tPomp\t${pump}\t\tin stock\t9.95 EUR\n`, source('one', { place: 'a' }));
    await deliver(`${feedHeader}G-1\tFietspomp\t${pump}\tKorhoen\tin stock\t8.95 EUR\n`, source('two', { place: 'b' }));
    const lines = (await Array.fromAsync(log.entries()))
      .flat()
      .flatMap(({ text }) => (text === undefined ? [] : [JSON.stringify(fromStoredText(text))]));
    const digest = formatDigest(log.head().digest);
    log = new MemoryChangeLog({ origin, clock });
    ingest = createIngest(log);
    expect(await deliver(`${lines.join('\n')}\n`, source('moved'), { asStated: true })).toMatchObject({
      refused: 0,
      outcome: 'complete',
    });
    expect(formatDigest(log.head().digest)).toBe(digest);
  });

  it('cannot speak for another source, nor for another place than its own', async () => {
    await deliver(sheet, source('sheet'));
    const foreign = `${event('/places/a', { source: '/sources/sheet' })}${JSON.stringify({ type: 'Source', id: '/sources/sheet', name: 'X', license: 'https://evil.example/', attribution: 'X' })}\n`;
    expect(codes(await deliver(foreign, source('x')))).toEqual(['1 source-not-own', '2 source-not-own']);
    expect(await shown('/sources/sheet')).toMatchObject({ attribution: 'sheet' });
    expect(codes(await deliver(event('/places/b'), source('x', { place: 'a' })))).toEqual(['1 place-not-own']);
    expect(codes(await deliver(event('/places/b'), source('x', { stores: { A: 'a' } })))).toEqual(['1 place-not-own']);
  });

  it('refuses a thing that is larger than the log takes', async () => {
    const texts = Object.fromEntries(
      [
        'nl',
        'en',
        'de',
        'fr',
        'es',
        'it',
        'pl',
        'pt',
        'sv',
        'da',
        'nb',
        'fi',
        'cs',
        'sk',
        'hu',
        'ro',
        'bg',
        'el',
        'tr',
        'uk',
        'ru',
        'et',
        'lv',
        'lt',
        'sl',
        'hr',
        'ga',
        'mt',
        'is',
        'sq',
        'mk',
      ].map((language) => [language, 'x'.repeat(10_000)]),
    );
    expect(codes(await deliver(event('/places/a', { description: texts }), source('x')))).toEqual([
      '1 thing-too-large',
    ]);
  });

  it('may move a thing to another place', async () => {
    await deliver(sheet, source('sheet'));
    await deliver(event('/places/a'), source('agenda'));
    expect(await deliver(event('/places/b'), source('agenda'))).toMatchObject({ changed: 1, removed: 0, refused: 0 });
    expect((await log.records('mark', 'agenda!', { limit: 9 })).map(([key]) => key)).toEqual(['agenda!b!/events/x']);
  });

  it('FEED-019: cannot put things at a place that was removed', async () => {
    await deliver(sheet, source('sheet'));
    await deliver(sheet.split('\n').slice(0, 2).join('\n'), source('sheet'), { allowShrink: true });
    expect(codes(await deliver(event('/places/b'), source('agenda')))).toEqual(['1 place-gone']);
    await deliver(sheet, source('sheet'));
    expect(await deliver(event('/places/b'), source('agenda'))).toMatchObject({ added: 1, refused: 0 });
  });

  it('refuses ids that are not of this node', async () => {
    const place = { type: 'Place', name: 'A' };
    const lines = [
      { ...place, id: 'https://other.example/places/a' },
      { ...place, id: '/products/a' },
    ];
    const report = await deliver(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n`, source('x'));
    expect(codes(report)).toEqual(['1 id-not-of-kind', '2 id-not-of-kind']);
  });
});
