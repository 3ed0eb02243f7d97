import { spawnSync } from 'node:child_process';
import { chmod, chown, mkdir, open, stat, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFolder } from '../src/config/data-folder.ts';
import { connectToNode } from '../src/control/client.ts';
import type { ImportReport } from '../src/control/commands.ts';
import { lines, testGtin } from './support/deliveries.ts';
import { makeNode, problemsOf, statsOf } from './support/make-node.ts';
import { type CallOptions, done, type Ended, openstraat } from './support/openstraat.ts';
import { RunningNode } from './support/running-node.ts';
import { type ScratchFolder, scratchFolder } from './support/scratch-folder.ts';

let scratch: ScratchFolder;
let data: readonly string[];
let node: RunningNode;
beforeAll(async () => {
  scratch = await scratchFolder();
  data = await makeNode(scratch.at('data'));
  node = await RunningNode.start(['--port', '0', ...data]);
  await writeFile(scratch.at('places.csv'), sheet(['winkel', 'ander']));
  await done(['import', scratch.at('places.csv'), '--source', 'places', '--attribution', 'Test', ...data]);
});
afterAll(async () => {
  await node?.[Symbol.asyncDispose]();
  await scratch?.[Symbol.asyncDispose]();
});

const sheetHead = 'code;naam;soort;adres;postcode;plaats;lat;lon';
const sheet = (keys: readonly string[]): string =>
  lines([sheetHead, ...keys.map((key) => `${key};Winkel ${key};bakker;Kerkstraat 1;1234 AB;Waterveen;52.1;5.2`)]);

const head = 'id,title,price,availability\n';
const row = (id: string, title = 'Naam', price = '1.00 EUR'): string => `${id},${title},${price},in stock\n`;

const item = (id: string, title = 'Naam'): string =>
  `<item>\n<g:id>${id}</g:id><g:title>${title}</g:title>\n<g:price>1.00 EUR</g:price><g:availability>in stock</g:availability></item>\n`;
const xml = (items: string, prologue = '<?xml version="1.0" encoding="UTF-8"?>'): string =>
  `${prologue}\n<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel><title>t</title>\n${items}</channel></rss>\n`;
const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">${Array.from(
  { length: 20 },
  (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`,
).join('')}]>`;

const nastyName = '</script><script>window.taken=1</script>"\'><img src=x onerror=window.taken=2>';
const place = (key: string, more: object = {}): string =>
  JSON.stringify({
    id: `/places/${key}`,
    type: ['Place', 'Store'],
    name: key,
    address: { type: 'PostalAddress', streetAddress: 'K 1', addressLocality: 'W', addressCountry: 'NL' },
    geo: { type: 'GeoCoordinates', latitude: 52.1, longitude: 5.2, accuracy: 'exact' },
    placeKind: 'shop=yes',
    openingHours: 'unknown',
    ...more,
  });

/** Imports a file of a new source of one place. */
const importFile = (path: string, given: readonly string[] = [], options: CallOptions = {}): Promise<Ended> =>
  openstraat(['import', path, '--source', sourceOf(path), '--attribution', 'Test', ...given, ...data], options);
const sourceOf = (path: string): string => (path.split('/').at(-1) ?? '').replaceAll(/\W+/g, '-');

const verifiesClean = async (): Promise<void> => {
  const client = await connectToNode(dataFolder(scratch.at('data')).socket);
  expect((await client?.verify())?.problems).toEqual([]);
};

/** A command that ended with one message for a person, and nothing for a programmer. */
const saysWhy = ({ errors }: Ended, why: RegExp): void => {
  expect(errors).toMatch(why);
  expect(errors).not.toMatch(/^ {4}at |Error:|mistake in Openstraat/m);
};

describe('a file with bad rows is read, and its report names each', () => {
  it.each<[string, string | Uint8Array, Partial<ImportReport>, readonly [code: string, line: number][]]>([
    ['wrong-encoding.csv', Buffer.from(head + row('1', 'Café één'), 'latin1'), { rows: 1, refused: 0 }, []],
    ['lying-encoding.xml', Buffer.from(xml(item('1', 'Café')), 'latin1'), { rows: 1, refused: 0 }, []],
    [
      'utf-16.tsv',
      Buffer.from(`\uFEFF${head}${row('1')}`.replaceAll(',', '\t'), 'utf16le'),
      { rows: 1, refused: 0 },
      [],
    ],
    ['byte-order-mark.csv', `\uFEFF${head}${row('1')}`, { rows: 1, refused: 0 }, []],
    [
      'open-quote.csv',
      `${head}${row('1')}2,"Naam,1.00 EUR,in stock\n${Array.from({ length: 1_500 }, (_, index) => row(`${index + 3}`)).join('')}`,
      { rows: 1_502, refused: 1 },
      [['quote-unclosed', 3]],
    ],
    ['duplicate.csv', head + row('1') + row('2') + row('1'), { rows: 3, refused: 1 }, [['duplicate-row', 4]]],
    ['negative.csv', head + row('1', 'Naam', '-1.00 EUR'), { rows: 1, refused: 0 }, [['price-negative', 2]]],
    ['currency.csv', head + row('1', 'Naam', '1.00 QQQ'), { rows: 1, refused: 0 }, [['price-currency-unknown', 2]]],
    [
      'check-digit.csv',
      `ean;voorraad\n${testGtin(1)};3\n9520000000005;3\n`,
      { refused: 1, added: 2 },
      [['gtin-check-digit', 3]],
    ],
    ['markup.csv', head + row('1', '<b>Naam</b><script>alert(1)</script>'), { refused: 0 }, [['markup-in-text', 2]]],
    [
      'only-markup.csv',
      head + row('1', '<script>alert(1)</script>'),
      { refused: 1 },
      [
        ['markup-in-text', 2],
        ['value-missing', 2],
      ],
    ],
    [
      'script-link.ndjson',
      `${place('boos', { url: 'javascript:alert(1)' })}\n`,
      { refused: 1 },
      [['value-invalid', 1]],
    ],
    [
      'no-offset.ndjson',
      `${JSON.stringify({ id: '/events/winkel.x', type: 'Event', name: 'X', location: '/places/winkel', startDate: '2026-03-02T10:00:00' })}\n`,
      { refused: 1 },
      [['value-invalid', 1]],
    ],
    [
      'not-json.ndjson',
      `${place('heel')}\n{"id": "/places/half"\n[1]\n`,
      { rows: 3, refused: 2 },
      [
        ['json-broken', 2],
        ['json-broken', 3],
      ],
    ],
  ])('%s', async (name, content, report, issues) => {
    await writeFile(scratch.at(name), content);
    // A file that brings places is not about one of them.
    const about = name.endsWith('.ndjson') ? [] : ['--place', 'winkel'];
    const { code, output, errors } = await importFile(scratch.at(name), [...about, '--json']);
    const found = JSON.parse(output) as ImportReport;
    // A delivery of which every row is refused takes nothing away, and says so.
    const stopped = found.refused === found.rows;
    expect([code, errors]).toEqual([stopped ? 3 : 0, '']);
    expect(found).toMatchObject({ outcome: stopped ? 'stopped' : 'complete', ...report });
    expect(found.issues.map((issue) => [issue.code, issue.line])).toEqual(issues);
    await verifiesClean();
  });

  it.each<[string, string, string]>([
    ['swapped.csv', '5.2;52.1', 'coordinates-swapped'],
    ['outside.csv', '152.1;5.2', 'coordinates-outside'],
  ])('%s', async (name, coordinates, code) => {
    await writeFile(scratch.at(name), `${sheetHead}\n${name};N;bakker;K 1;9999 ZZ;W;${coordinates}\n`);
    const report = JSON.parse((await importFile(scratch.at(name), ['--json'])).output) as ImportReport;
    expect(report.issues[0]).toMatchObject({ code, line: 2 });
    await verifiesClean();
  });
});

describe('a file that breaks off', () => {
  it.each([
    ['between-items.xml', xml(item('1') + item('2')).slice(0, -30)],
    ['in-an-item.xml', xml(item('1') + item('2')).slice(0, -90)],
    ['in-a-line.ndjson', `${place('een')}\n${place('twee').slice(0, -20)}`],
  ])('%s: keeps what came, removes nothing, and says so', async (name, content) => {
    await writeFile(scratch.at(name), content);
    const { code, output } = await importFile(scratch.at(name), ['--place', 'winkel']);
    expect(code).toBe(3);
    expect(output).toMatch(/STOPPED\. The file breaks off before its end\..* nothing was removed/);
    await verifiesClean();
  });
});

describe('a file that can not be read is refused in one sentence', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ['bomb.xml', xml(item('1', '&l20;'), bomb), /declares a document type/],
    [
      'external.xml',
      xml(item('1', '&x;'), '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
      /declares a document type/,
    ],
    ['wide.csv', `${head.trim()}${',x'.repeat(996)}\n${row('1').trim()}${','.repeat(996)}\n`, /more than 200 columns/],
    ['empty.csv', '', /It is empty/],
    ['binary.csv', Uint8Array.from({ length: 5_000 }, (_, index) => (index * 7_919) % 256), /not a text file/],
    ['sheet.xlsx', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(2_000, 7)]), /zip file or a spreadsheet/],
    ['prose.txt', 'Beste klant,\nhierbij de lijst.\n', /in no format that is understood/],
  ])('%s', async (name, content, why) => {
    await writeFile(scratch.at(name), content);
    const before = await statsOf(data);
    const ended = await importFile(scratch.at(name), ['--place', 'winkel']);
    expect([ended.code, ended.output]).toEqual([1, '']);
    saysWhy(ended, why);
    expect({ ...(await statsOf(data)), sources: 0 }).toEqual({ ...before, sources: 0 });
    await verifiesClean();
  });

  it('that is missing, or a folder', async () => {
    const missing = await importFile(scratch.at('missing.csv'));
    expect(missing.code).toBe(1);
    saysWhy(missing, /can't be read \(ENOENT\)/);
    await mkdir(scratch.at('folder'));
    const folder = await openstraat(['import', scratch.at('folder'), ...data]);
    expect(folder.code).toBe(1);
    saysWhy(folder, /has no openstraat\.json/);
  });

  it('that nobody may read', async ({ skip }) => {
    // Root may read everything, so the command runs as nobody then.
    const nobody = 65_534;
    const isRoot = process.getuid?.() === 0;
    const options = isRoot ? { user: nobody } : {};
    const { status } = spawnSync(process.execPath, ['--version'], isRoot ? { uid: nobody } : {});
    skip(status !== 0, 'nobody may not run Node.js here, and root may read every file');
    await using own = await scratchFolder();
    if (isRoot) await chown(own.path, nobody, nobody);
    const ownData = ['--data', own.at('data')];
    const settings = ['--name', 'N', '--area', 'A', '--operator', 'O', '--contact', 'a@b.example', '--license', 'cc0'];
    await done(['init', ...settings, '--origin', 'https://a.example', ...ownData], options);
    await writeFile(own.at('secret.csv'), head + row('1'));
    await chmod(own.at('secret.csv'), 0);
    const flags = ['--source', 'secret', '--attribution', 'Test', ...ownData];
    const ended = await openstraat(['import', own.at('secret.csv'), ...flags], options);
    expect(ended.code).toBe(1);
    saysWhy(ended, /secret\.csv/);
    expect(ended.errors.trim().split('\n')).toHaveLength(1);
  });
});

describe('a line of 100 MB', () => {
  const lineBytes = 100 << 20;
  const memory = `--import=data:text/javascript,${encodeURIComponent(
    "process.once('exit', () => process.stderr.write('memory ' + process.resourceUsage().maxRSS + '\\n'))",
  )}`;

  /** Writes a file with a long piece between two others, some megabytes at a time. */
  const writeLong = async (path: string, before: string, after: string): Promise<void> => {
    await using file = await open(path, 'w');
    await file.writeFile(before);
    for (let written = 0; written < lineBytes; written += 1 << 22) await file.write(Buffer.alloc(1 << 22, 'x'));
    await file.writeFile(after);
    expect((await stat(path)).size).toBeGreaterThan(lineBytes);
  };

  it.each<[string, string, string, RegExp]>([
    [
      'long.ndjson',
      `${place('voor')}\n{"id":"/places/x","name":"`,
      `"}\n${place('na')}\n`,
      /"rows": 3[^]*"refused": 1[^]*"row-too-long"/,
    ],
    [
      'long.csv',
      `${head}${row('1')}2,`,
      `,1.00 EUR,in stock\n${row('3')}`,
      /"rows": 3[^]*"refused": 1[^]*"row-too-long"/,
    ],
    [
      'long.xml',
      xml('').replace('</channel></rss>\n', `${item('1')}<item><g:id>2</g:id><g:title>`),
      `</g:title></item>${item('3')}</channel></rss>`,
      /has a text, tag or comment of more than/,
    ],
  ])('%s is one issue or one refusal, and costs no memory to speak of', async (name, before, after, issue) => {
    await using own = await scratchFolder();
    const ownData = await makeNode(own.at('data'));
    await writeFile(own.at('places.csv'), sheet(['winkel']));
    await done(['import', own.at('places.csv'), '--source', 'places', '--attribution', 'Test', ...ownData]);
    await writeLong(own.at(name), before, after);
    // A file that brings places is not about one of them.
    const about = name.endsWith('.ndjson') ? [] : ['--place', 'winkel'];
    const given = ['import', own.at(name), '--source', 'long', '--attribution', 'Test', ...about, '--json'];
    const ended = await openstraat([...given, ...ownData], { nodeFlags: [memory] });
    const [, kilobytes = '0'] = /^memory (\d+)$/m.exec(ended.errors) ?? [];
    expect(Number(kilobytes)).toBeGreaterThan(20_000);
    expect(Number(kilobytes)).toBeLessThan(400_000);
    expect(`${ended.output}${ended.errors}`).toMatch(issue);
    expect(await problemsOf(ownData)).toEqual([]);
  });
});

describe('markup in a name', () => {
  it('is shown as text, on the page and in the data inside it', async () => {
    await writeFile(scratch.at('nasty.ndjson'), `${place('naar', { name: nastyName, description: nastyName })}\n`);
    expect((await importFile(scratch.at('nasty.ndjson'))).code).toBe(0);
    for (const path of ['/places/naar', '/places', '/']) {
      const page = await (await fetch(new URL(path, node.url), { headers: { accept: 'text/html' } })).text();
      expect(page).toContain('&lt;script&gt;window.taken=1');
      const scripts = [...page.matchAll(/<script([^>]*)>(.*?)<\/script>/gs)];
      for (const [, attributes, content = ''] of scripts) {
        expect(attributes).toContain('application/ld+json');
        expect(content).not.toContain('<');
      }
      expect(page).not.toMatch(/<img[^>]*onerror/);
      if (path !== '/places/naar') continue;
      expect(JSON.parse(scripts[0]?.[2] ?? '')).toMatchObject({ name: nastyName });
    }
    await verifiesClean();
  });
});

/** Delivers a sheet of these places, and no others. */
const deliver = async (left: readonly string[], given: readonly string[] = []): Promise<Ended> => {
  await writeFile(scratch.at('dorp.csv'), sheet(left));
  return importFile(scratch.at('dorp.csv'), ['--json', ...given]);
};

describe('a sheet that gets shorter', () => {
  const keys = Array.from({ length: 9 }, (_, index) => `dorp-${index}`);
  it('takes away up to a third; one more stops it until somebody allows it', async () => {
    expect((await deliver(keys)).code).toBe(0);
    const tooShort = await deliver(keys.slice(0, 5));
    expect(tooShort.code).toBe(3);
    expect(JSON.parse(tooShort.output)).toMatchObject({ outcome: 'stopped', removed: 0, wouldRemove: 4 });
    expect((JSON.parse(tooShort.output) as ImportReport).message).toContain('--allow-shrink');

    const third = await deliver(keys.slice(0, 6));
    expect(third.code).toBe(0);
    expect(JSON.parse(third.output)).toMatchObject({ outcome: 'complete', removed: 3 });

    expect((await deliver(keys.slice(0, 3))).code).toBe(3);
    const allowed = await deliver(keys.slice(0, 3), ['--allow-shrink']);
    expect(JSON.parse(allowed.output)).toMatchObject({ outcome: 'complete', removed: 3 });
    await verifiesClean();
  });

  it('takes the offers of a place along with the place', async () => {
    const { port } = new URL(node.url);
    await writeFile(scratch.at('stock.csv'), `ean;voorraad\n${testGtin(7)};3\n${testGtin(8)};4\n`);
    expect((await importFile(scratch.at('stock.csv'), ['--place', 'ander'])).code).toBe(0);
    const offer = `http://127.0.0.1:${port}/offers/0${testGtin(7)}.ander`;
    expect((await fetch(offer)).status).toBe(200);
    await writeFile(scratch.at('places.csv'), sheet(['winkel']));
    const given = ['import', scratch.at('places.csv'), '--source', 'places', '--allow-shrink', '--json', ...data];
    expect(JSON.parse(await done(given))).toMatchObject({ removed: 3 });
    expect((await fetch(offer)).status).toBe(410);
    expect((await fetch(`http://127.0.0.1:${port}/places/ander`)).status).toBe(410);
    await verifiesClean();
  });
});
