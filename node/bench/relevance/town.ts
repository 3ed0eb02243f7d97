import type { Offer, Product, SearchAnswer, Thing } from '@openstraat/spec';
import { diskFile } from '../../src/app/disk-file.ts';
import { saveSource } from '../../src/app/sources.ts';
import { readTown } from '../../src/cli/example-town.ts';
import type { Manifest } from '../../src/cli/manifest.ts';
import type { ImportFile } from '../../src/import/format.ts';
import { recogniseFormat } from '../../src/import/recognise-format.ts';
import { type Gazetteer, readGazetteer } from '../../src/import/run/gazetteer.ts';
import { runImport } from '../../src/import/run/run-import.ts';
import { createIngest } from '../../src/ingest/ingest.ts';
import type { ChangeLogReader } from '../../src/log/change-log.ts';
import { MemoryChangeLog } from '../../src/log/memory-change-log.ts';
import { fromStoredText } from '../../src/log/stored-text.ts';
import { createPlaceIndex, type PlaceIndex } from '../../src/project/place-index.ts';
import { type RawParameters, wireEngine } from '../engine.ts';
import type { JudgedTown } from './judge.ts';

/** When every search of the town happens: a Friday, two in the afternoon there. */
export const townNow = Date.parse('2026-11-20T13:00:00Z');
/** When its files were written: at night, before that. */
const filesWritten = Date.parse('2026-11-20T04:00:00Z');
const townOrigin = 'https://winkels.waterveen.example';
const townClock = { now: () => townNow };

const fileOf = async (path: string): Promise<ImportFile> => ({ ...(await diskFile(path)), modifiedAtMs: filesWritten });

const importAll = async (
  log: MemoryChangeLog,
  places: PlaceIndex,
  gazetteer: Gazetteer,
  town: Manifest,
): Promise<void> => {
  const ingest = createIngest(log);
  const tools = {
    log,
    ingest,
    clock: townClock,
    locate: {
      gazetteer: gazetteer.locate,
      otherPlaces: (postcode: string) => places.placesByPostcode(postcode),
    },
  };
  for (const { file: path, source, partial } of town.deliveries) {
    await places.follow(log);
    await saveSource(log, ingest, source);
    const file = await fileOf(path);
    const report = await runImport(tools, {
      file,
      settings: source,
      format: await recogniseFormat(file),
      dryRun: false,
      partial,
      allowShrink: true,
      asStated: false,
      progress: () => undefined,
      signal: undefined,
    });
    if (report.outcome !== 'complete') throw new Error(`${path}: ${report.outcome}`);
  }
  await places.follow(log);
};

const readThings = async (log: ChangeLogReader): Promise<JudgedTown> => {
  const products = new Map<string, Product>();
  const offers = new Map<string, Offer[]>();
  const others = new Set<string>();
  for await (const entries of log.entries())
    for (const { id, kind, text } of entries) {
      if (text === undefined) continue;
      const thing: Thing = fromStoredText(text);
      if (kind === 'Product') products.set(id, thing as Product);
      else if (kind === 'Offer') {
        const offer = thing as Offer;
        offers.set(offer.itemOffered, [...(offers.get(offer.itemOffered) ?? []), offer]);
      } else others.add(id);
    }
  return { products, offers, others };
};

/** The example town with an engine over it. */
export interface TownWithSearch extends AsyncDisposable {
  readonly town: JudgedTown;
  /** @throws {Fault} as `Search` does */
  ask(parameters: RawParameters): Promise<SearchAnswer>;
}

/** Imports the example town into memory and builds its index: the same every time. */
export const openTownWithSearch = async (): Promise<TownWithSearch> => {
  const log = new MemoryChangeLog({ origin: townOrigin, clock: townClock, randomEpoch: () => 'town' });
  const places = createPlaceIndex();
  const manifest = await readTown();
  const gazetteer = await readGazetteer(await fileOf(manifest.node.gazetteer ?? ''));
  await importAll(log, places, gazetteer, manifest);
  const engine = wireEngine(log, places, { ...townClock, postcode: gazetteer.locate });
  await engine.index.follow(engine.library);
  return {
    town: await readThings(log),
    ask: (parameters) => engine.ask(parameters),
    [Symbol.asyncDispose]: () => engine.index[Symbol.asyncDispose](),
  };
};
