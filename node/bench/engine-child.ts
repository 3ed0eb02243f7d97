// Measures the engine in a process of its own: node engine-child.ts <data folder> <size as JSON> <offers to change>
import { ZodError } from 'zod';
import { Fault } from '../src/model/fault.ts';
import type { Candidate } from '../src/model/draft.ts';
import { createIngest } from '../src/ingest/ingest.ts';
import type { BenchSize } from './generate.ts';
import { readMemory } from './memory.ts';
import { createCountry } from './search/country.ts';
import { openEngine } from './search/open-engine.ts';
import type { EngineFigures } from './search/engine-figures.ts';
import { hostileQueries, timedQueries } from './search/queries.ts';
import { percentile, timeQueries } from './search/timings.ts';
import { offerOf } from './search/write-country.ts';

const [dataFolder = '', sizeJson = '{}', changesText = '0'] = process.argv.slice(2);
const country = createCountry(JSON.parse(sizeJson) as BenchSize);
const changes = Number(changesText);
const batchSize = 1_000;
/** Any but the number of the import before: what a run has seen, it takes for a line twice in the file. */
const changesRun = 1_000_000;
/** Hostile queries are asked so often, so that the slowest of a hundred says something. */
const hostileRounds = 10;

await using engine = await openEngine(dataFolder, () => Date.parse('2026-11-20T13:00:00Z'));
const { timed, warmUp } = timedQueries(country);
let found = 0;
const timings = await timeQueries(timed, warmUp, async ({ parameters }) => {
  const { results } = await engine.ask(parameters);
  if (results.length > 0) found += 1;
});
const suggestions = await timeQueries(
  timed.filter(({ kind }) => kind === 'prefix'),
  warmUp.filter(({ kind }) => kind === 'prefix'),
  async ({ parameters }) => engine.search.suggest(parameters['q'] ?? '', 10),
);
const hostile = hostileQueries.map((parameters) => ({ kind: 'hostile', parameters }));
const hostileTimings = await timeQueries(
  Array.from({ length: hostileRounds }, () => hostile).flat(),
  hostile,
  // A refusal is an answer too, and costs what it costs.
  async ({ parameters }) => {
    try {
      await engine.ask(parameters);
    } catch (error) {
      if (!(error instanceof Fault || error instanceof ZodError)) throw error;
    }
  },
);

const candidateOf = (product: number, shop: number): Candidate => {
  const data = { ...offerOf(country, product, shop, 2), source: '/sources/all' } as const;
  return { kind: 'Offer', id: data.id, source: 'all', scope: `shop-${shop}`, data };
};

/** Changes offers all over the index. @returns how many a second, with the log and for the index alone */
const update = async (): Promise<{ readonly withLog: number; readonly index: number }> => {
  if (changes === 0) return { withLog: 0, index: 0 };
  const ingest = createIngest(engine.log);
  let written = 0;
  let followMs = 0;
  let applyMs = 0;
  let batch: Candidate[] = [];
  for (let product = 1; product < country.products && written < changes; product += 3)
    for (const shop of country.sellersOf(product)) {
      batch.push(candidateOf(product, shop));
      if (batch.length < batchSize) continue;
      const started = performance.now();
      const outcomes = await ingest.apply(batch, { run: changesRun, durable: false });
      const applied = performance.now();
      if (outcomes.some((outcome) => outcome !== 'changed'))
        throw new Error(`not all changed: ${[...new Set(outcomes)].join()}`);
      await engine.index.follow(engine.library);
      followMs += performance.now() - applied;
      applyMs += applied - started;
      written += batch.length;
      batch = [];
    }
  return { withLog: (written / (applyMs + followMs)) * 1_000, index: (written / followMs) * 1_000 };
};
const updates = await update();

const figures: EngineFigures = {
  buildSeconds: engine.buildSeconds,
  answered: found / (timed.length + warmUp.length),
  timings,
  suggestMs: percentile(suggestions['prefix'] ?? [], 0.95),
  hostileMs: percentile(hostileTimings['hostile'] ?? [], 0.99),
  updatesWithLog: updates.withLog,
  updates: updates.index,
  memory: readMemory(),
};
process.stdout.write(JSON.stringify(figures));
