import type { ImportProgress, ImportReport } from '../model/import-report.ts';
import type { ImportRequest } from '../control/commands.ts';
import { formats } from '../import/formats.ts';
import type { Format } from '../import/format.ts';
import { createPlaceFinder } from '../import/run/place-finder.ts';
import { type ImportTools, runImport } from '../import/run/run-import.ts';
import { createIngest } from '../ingest/ingest.ts';
import { DryRunChangeLog } from '../log/dry-run-change-log.ts';
import { Fault } from '../model/fault.ts';
import { diskFile } from './disk-file.ts';
import type { SourceLocks } from './source-locks.ts';
import { holdYoungGeneration } from './young-generation.ts';
import { adoptSources, readSourceSettings, saveSource } from './sources.ts';
import { recogniseFormat } from '../import/recognise-format.ts';

/** @throws {Fault} `format-unknown` */
const formatByName = (name: string): Format => {
  const format = formats.find((one) => one.name === name);
  if (format === undefined)
    throw new Fault(
      'format-unknown',
      `There is no format "${name}". Write one of: ${formats.map((one) => one.name).join(', ')}.`,
    );
  return format;
};

/** Imports files, one delivery of a source at a time. */
export const createFileImporter = (
  tools: ImportTools,
  locks: SourceLocks,
): ((
  request: ImportRequest,
  progress: (event: ImportProgress) => void,
  signal: AbortSignal | undefined,
) => Promise<ImportReport>) => {
  const importNow = async (
    request: ImportRequest,
    progress: (event: ImportProgress) => void,
    signal: AbortSignal | undefined,
  ): Promise<ImportReport> => {
    const { dryRun, partial, allowShrink } = request;
    const asStated = request.asStated === true;
    const settings = request.settings ?? (await readSourceSettings(tools.log, request.source));
    const file = await diskFile(request.file);
    const format = request.format === undefined ? await recogniseFormat(file) : formatByName(request.format);
    const run = { file, settings, format, dryRun, partial, allowShrink, asStated, progress, signal };
    if (dryRun) {
      await using scratch = await DryRunChangeLog.over(tools.log);
      return await runImport({ ...tools, log: scratch, ingest: createIngest(scratch) }, run);
    }
    if (request.settings !== undefined && !asStated) {
      // Settings that cannot work are not kept.
      await createPlaceFinder(tools.log, request.settings);
      await saveSource(tools.log, tools.ingest, request.settings);
    }
    const report = await runImport(tools, run);
    if (asStated) await adoptSources(tools.log, tools.ingest);
    return report;
  };

  return (request, progress, signal) => {
    const reported = (event: ImportProgress): void => {
      holdYoungGeneration();
      progress(event);
    };
    return locks.during(request.source, () => importNow(request, reported, signal));
  };
};
