import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportReport } from '../src/control/commands.ts';
import { lines, offerLine, placeLine, productLine, testGtin, writeDelivery } from './support/deliveries.ts';
import { makeNode, problemsOf, statsOf } from './support/make-node.ts';
import { type Ended, done, openstraat } from './support/openstraat.ts';
import { RunningNode } from './support/running-node.ts';
import { type ScratchFolder, scratchFolder } from './support/scratch-folder.ts';
import { SeededRandom } from './support/seeded-random.ts';

const shops = 12;
const products = 2_500;
const offers = 27_000;

function* snapshot(): Generator<string> {
  for (let shop = 0; shop < shops; shop += 1) yield placeLine(`winkel-${shop}`);
  for (let index = 0; index < products; index += 1) yield productLine(index);
  for (let index = 0; index < offers; index += 1)
    yield offerLine(index % products, `winkel-${Math.floor(index / products)}`, `${1 + (index % 90)}.50`);
}

/** The same a day later: a quarter of the products is gone everywhere, some prices differ. */
const changedSnapshot = (): string[] =>
  [...snapshot()]
    .filter((_line, index) => index < shops || index % 4 !== 1)
    .map((line, index) => (index % 50 === 0 ? line.replace('.50"', '.75"') : line));

/** A local inventory of the products, by barcode, in some shops: it meets the offers of the other source. */
const inventory = (): string => {
  const rows = Array.from({ length: products * 2 }, (_, index) => {
    const [product, shop] = [index % products, 3 + Math.floor(index / products) * 11];
    return `S${shop}\tP${product}\t${index % 30}\t${1 + (index % 70)}.25 EUR\tin_stock`;
  });
  return lines(['store_code\tid\tquantity\tprice\tavailability', ...rows]);
};
const catalogue = (): string =>
  lines([
    'id\ttitle\tgtin\tavailability\tprice',
    ...Array.from(
      { length: products },
      (_, index) => `P${index}\tArtikel ${index}\t${testGtin(index)}\tin stock\t9.95 EUR`,
    ),
  ]);

/** Everything that is delivered, in order: each ends with the same state, however often it is begun. */
interface Step {
  readonly given: readonly string[];
  /** Things that a whole run adds, and tombstones that it leaves, about. */
  readonly adds: number;
  readonly removes: number;
}

let scratch: ScratchFolder;
let steps: readonly Step[];
let expected: readonly string[];
beforeAll(async () => {
  scratch = await scratchFolder();
  const first = await writeDelivery(scratch.at('first.ndjson'), lines(snapshot()));
  const second = await writeDelivery(scratch.at('second.ndjson'), lines(changedSnapshot()));
  const feed = await writeDelivery(scratch.at('feed.tsv'), catalogue());
  const stock = await writeDelivery(scratch.at('stock.tsv'), inventory());
  const stores = await writeDelivery(
    scratch.at('stores.csv'),
    lines(['store_code;place', ...Array.from({ length: 20 }, (_, shop) => `S${shop};winkel-${shop % shops}`)]),
  );
  const named = ['--attribution', 'Test', '--catalogue', 'test'];
  steps = [
    { given: ['import', first, '--source', 'alles', ...named], adds: offers + products, removes: 0 },
    { given: ['import', feed, '--source', 'artikelen', '--no-offers', ...named], adds: 0, removes: 0 },
    { given: ['import', stock, '--source', 'voorraad', '--stores', stores, ...named], adds: 1_000, removes: 0 },
    { given: ['import', second, '--source', 'alles', ...named], adds: 0, removes: 5_000 },
  ];
  const data = await makeNode(scratch.at('never-interrupted'));
  const digests: string[] = [];
  for (const { given } of steps) {
    await done([...given, ...data]);
    digests.push((await statsOf(data)).digest);
  }
  expected = digests;
}, 240_000);
afterAll(() => scratch?.[Symbol.asyncDispose]());

/** Sums of gauges, by name, from one look. */
const gauges = async (url: string, names: readonly string[]): Promise<readonly number[]> => {
  const text = await (await fetch(`${url}/metrics`)).text();
  return names.map((name) =>
    [...text.matchAll(new RegExp(`^${name}(?:{[^}]*})? (\\d+)$`, 'gm'))].reduce((sum, [, n]) => sum + Number(n), 0),
  );
};

/** Imports through a node that runs, and kills the node once its log has come so far. @returns how the command ended */
const killNodeAt = async (
  step: Step,
  data: readonly string[],
  at: { live: number; tombstones: number },
): Promise<Ended> => {
  await using node = await RunningNode.start(['--port', '0', ...data]);
  const ended = new AbortController();
  const importing = openstraat([...step.given, ...data]).finally(() => ended.abort());
  while (!ended.signal.aborted) {
    const [live = 0, tombstones = 0] = await gauges(node.url, ['openstraat_live_things', 'openstraat_tombstones']);
    if (live >= at.live && tombstones >= at.tombstones) break;
  }
  expect(await node.stop('SIGKILL')).toEqual([null, 'SIGKILL']);
  return importing;
};

/** Imports without a node that runs, and kills the import some time after it began. */
const killImportAfter = (step: Step, data: readonly string[], delayMs: number): Promise<Ended> =>
  openstraat([...step.given, ...data], { onStart: (child) => setTimeout(() => child.kill('SIGKILL'), delayMs) });

/** Kills come before this share of the work is done: a busy machine looks too late for the rest. */
const earlyShare = 0.4;

describe('an import that is killed', () => {
  it.each([11])(
    'ends, once it is done again, as if nothing had happened (seed %i)',
    async (seed) => {
      const random = new SeededRandom(seed);
      let interrupted = 0;
      const data = await makeNode(scratch.at(`killed-${seed}`));
      for (const [index, step] of steps.entries()) {
        const before = await statsOf(data);
        const at = {
          live: before.live + Math.floor(step.adds * random.next() * earlyShare),
          tombstones: before.tombstones + Math.floor(step.removes * random.next() * earlyShare),
        };
        const killed =
          index % 2 === 0 || step.removes > 0
            ? await killNodeAt(step, data, at)
            : await killImportAfter(step, data, 500 + random.below(900));
        // It was killed itself, or its node was, or it had ended before.
        expect([null, 0, 1]).toContain(killed.code);
        expect(killed.errors).not.toMatch(/^ {4}at /m);
        if (killed.code !== 0) interrupted += 1;
        expect(await problemsOf(data)).toEqual([]);
        const report = JSON.parse(await done([...step.given, '--json', ...data])) as ImportReport;
        expect(report).toMatchObject({ outcome: 'complete', refused: 0 });
        expect(await problemsOf(data)).toEqual([]);
        expect([index, (await statsOf(data)).digest]).toEqual([index, expected[index]]);
      }
      // Where other tests keep the machine busy, an import may end before anybody looks; one that was cut short there must be.
      expect(interrupted).toBeGreaterThanOrEqual(1);
    },
    240_000,
  );

  it('has kept what it removed before it was killed in the sweep', async () => {
    const data = await makeNode(scratch.at('swept'));
    const [first, , , second] = steps;
    if (first === undefined || second === undefined) throw new Error('there are four steps');
    let [live, ended]: [number, Ended | undefined] = [0, undefined];
    // On a busy machine a sweep may be over before anybody looks; then all is brought again, and swept again.
    for (let attempt = 0; attempt < 5 && (ended === undefined || ended.code === 0); attempt += 1) {
      await done([...first.given, ...data]);
      ({ live } = await statsOf(data));
      ended = await killNodeAt(second, data, { live: 0, tombstones: 1_000 });
    }
    expect(ended?.code).toBe(1);
    expect(ended?.errors.trim().split('\n')).toHaveLength(1);
    const after = await statsOf(data);
    expect(after.tombstones).toBeGreaterThanOrEqual(1_000);
    expect(after.live).toBe(live - after.tombstones);
    expect(await problemsOf(data)).toEqual([]);
    const { removed } = JSON.parse(await done([...second.given, '--json', ...data])) as ImportReport;
    expect(removed).toBeGreaterThan(0);
  }, 180_000);
});
