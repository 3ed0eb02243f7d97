import type { Ingest } from '../../ingest/ingest.ts';
import type { ChangeLogReader } from '../../log/change-log.ts';
import type { Clock } from '../../model/clock.ts';
import type { ImportProgress, ImportReport } from '../../model/import-report.ts';
import { catalogueOf, type SourceSettings } from '../../model/source-settings.ts';
import type { Format, FormatContext, ImportFile } from '../format.ts';
import { createBatchPipeline } from './batch-pipeline.ts';
import { createCodeBook } from './code-book.ts';
import { createRunCounter } from './counter.ts';
import { createPlaceFinder } from './place-finder.ts';
import { createRowWriter } from './row-writer.ts';
import { createWaitingPlaces, type LocateTools } from './waiting-places.ts';

/** What a run works with. */
export interface ImportTools {
  readonly log: ChangeLogReader;
  readonly ingest: Ingest;
  readonly clock: Clock;
  readonly locate: LocateTools;
}

/** One delivery. */
export interface ImportRun {
  readonly file: ImportFile;
  readonly settings: SourceSettings;
  readonly format: Format;
  /** Reads and checks everything; the tools it gets write nothing. */
  readonly dryRun: boolean;
  /** The file is not all that the source has: nothing is removed. */
  readonly partial: boolean;
  readonly allowShrink: boolean;
  /** The file is an export of a node: its things keep the sources that they name. */
  readonly asStated: boolean;
  progress(event: ImportProgress): void;
  readonly signal: AbortSignal | undefined;
}

type Ending = Partial<ImportReport> & Pick<ImportReport, 'outcome'>;

const dayMs = 86_400_000;
const toWholeSeconds = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** Counts the bytes that are read of a file. */
const counting = (file: ImportFile): { readonly file: ImportFile; bytes(): number } => {
  let bytes = 0;
  const open = async function* (): AsyncGenerator<Uint8Array> {
    bytes = 0;
    for await (const chunk of file.open()) {
      bytes += chunk.length;
      yield chunk;
    }
  };
  return { file: { ...file, open }, bytes: () => bytes };
};

const stoppedBySomebody: Ending = {
  outcome: 'stopped',
  message:
    'Somebody stopped the import. What was read stands; nothing was removed. Import the file again to finish it.',
};
const brokenOff: Ending = {
  outcome: 'stopped',
  message:
    'The file breaks off before its end. What was read stands; nothing was removed. Deliver the whole file again.',
};
const allRefused: Ending = {
  outcome: 'stopped',
  message:
    'Every row was refused, so nothing was removed. Correct the file or the settings of the source, and import it again.',
};
const shrinks = (source: string, stale: number, wouldRemove: number, removed: number): Ending => ({
  outcome: 'stopped',
  removed,
  wouldRemove,
  message:
    `The file lacks ${stale} things that source "${source}" has brought before: more than a third of them. With what depends on them, ${wouldRemove} would go. Nothing of it was removed. ` +
    'If that is right, import it again with --allow-shrink; if the file holds only part of what the source has, with --partial.',
});

/** Takes away what the sources of a delivery no longer have. */
const sweep = async (
  ingest: Ingest,
  request: ImportRun,
  run: number,
  addedBySource: ReadonlyMap<string, number>,
): Promise<Ending> => {
  let removed = 0;
  let wouldRemove = 0;
  for (const source of new Set([request.settings.name, ...addedBySource.keys()])) {
    const added = addedBySource.get(source) ?? 0;
    const swept = await ingest.sweep(source, run, { added, allowShrink: request.allowShrink, dryRun: request.dryRun });
    if (swept.stopped) return shrinks(source, swept.stale, swept.stale + swept.dependents, removed);
    removed += swept.removed;
    wouldRemove += swept.stale + swept.dependents;
  }
  return { outcome: 'complete', removed, ...(request.dryRun ? { wouldRemove } : {}) };
};

/**
 * Reads a delivery from the first row to the last, and takes away what its source no longer has.
 * @throws {Fault} `place-unknown`, `file-unreadable`, `limit-exceeded`, `disk-full`
 */
export const runImport = async (tools: ImportTools, request: ImportRun): Promise<ImportReport> => {
  const { log, ingest, clock } = tools;
  const { settings, format, dryRun, partial, asStated } = request;
  const startedAtMs = clock.now();
  const elapsedMs = (): number => clock.now() - startedAtMs;
  const counted = counting(request.file);
  const places = await createPlaceFinder(log, settings);
  const run = await ingest.newRun();
  const codes = createCodeBook(log, catalogueOf(settings));
  const counter = createRunCounter();
  const writer = createRowWriter({ log, ingest, clock, settings, codes, counter, run, dryRun, asStated });
  const pipeline = createBatchPipeline((rows) => writer.check(rows));
  const waiting = createWaitingPlaces(tools.locate);
  // A file cannot have been written later than now: then a clock is wrong, and nothing was seen in the future.
  let observedAt = toWholeSeconds(Math.min(request.file.modifiedAtMs, startedAtMs));
  const context: FormatContext = {
    settings,
    get observedAt() {
      return observedAt;
    },
    stated(at) {
      if (Date.parse(at) <= startedAtMs + dayMs) observedAt = at;
    },
    placeOf: places.placeOf,
  };

  for await (const rows of format.read(counted.file, context)) {
    for (const row of rows) {
      counter.row();
      const ready = waiting.take(row);
      if (ready !== undefined) pipeline.add(ready);
    }
    await pipeline.drain();
    request.progress({
      rows: counter.rows,
      bytes: counted.bytes(),
      bytesTotal: request.file.bytes,
      elapsedMs: elapsedMs(),
    });
    if (request.signal?.aborted === true) break;
  }
  for (const row of waiting.located()) pipeline.add(row);
  await pipeline.finish();

  const end = async (): Promise<Ending> => {
    if (request.signal?.aborted === true) return stoppedBySomebody;
    if (counter.brokeOff) return brokenOff;
    if (counter.allRefused) return allRefused;
    const ending: Ending = partial ? { outcome: 'complete' } : await sweep(ingest, request, run, writer.addedBySource);
    if (dryRun || ending.outcome === 'stopped') return ending;
    // An export names its sources itself; then the one that it is imported under has nothing to say.
    if (writer.addedBySource.has(settings.name) || !asStated)
      await ingest.putSource(settings, partial ? undefined : { lastCompleteDelivery: observedAt, format: format.name });
    return ending;
  };
  const ending = await end();
  if (!dryRun) await ingest.flush();
  return counter.report({
    source: settings.name,
    file: request.file.name,
    format: format.name,
    dryRun,
    observedAt,
    removed: 0,
    elapsedMs: elapsedMs(),
    ...ending,
  });
};
