import type { ImportProgress, ImportReport } from '../model/import-report.ts';
import type { ImportRequest } from '../control/commands.ts';
import { formats } from '../import/formats.ts';
import type { Format } from '../import/format.ts';
import { type ImportTools, runImport } from '../import/run/run-import.ts';
import { createIngest } from '../ingest/ingest.ts';
import type { ChangeLogReader } from '../log/change-log.ts';
import { DryRunChangeLog } from '../log/dry-run-change-log.ts';
import { Fault } from '../model/fault.ts';
import { type SourceSettings, sourceSettingsSchema } from '../model/source-settings.ts';
import { diskFile } from './disk-file.ts';
import { recogniseFormat } from '../import/recognise-format.ts';

/** The settings that a source was saved with. @throws {Fault} `source-unknown` */
export const readSourceSettings = async (log: ChangeLogReader, name: string): Promise<SourceSettings> => {
  const record = await log.record('source', name);
  if (record === undefined)
    throw new Fault(
      'source-unknown',
      `There is no source "${name}". See them with "openstraat source list", or make it: openstraat source add ${name} --title … --license … --attribution … --place <key>.`,
    );
  return sourceSettingsSchema.parse(JSON.parse(record));
};

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
): ((
  request: ImportRequest,
  progress: (event: ImportProgress) => void,
  signal: AbortSignal | undefined,
) => Promise<ImportReport>) => {
  const running = new Set<string>();

  const importNow = async (
    request: ImportRequest,
    progress: (event: ImportProgress) => void,
    signal: AbortSignal | undefined,
  ): Promise<ImportReport> => {
    const { dryRun, partial, allowShrink } = request;
    const settings = request.settings ?? (await readSourceSettings(tools.log, request.source));
    const file = await diskFile(request.file);
    const format = request.format === undefined ? await recogniseFormat(file) : formatByName(request.format);
    const run = { file, settings, format, dryRun, partial, allowShrink, progress, signal };
    if (dryRun) {
      await using scratch = await DryRunChangeLog.over(tools.log);
      return await runImport({ ...tools, log: scratch, ingest: createIngest(scratch) }, run);
    }
    if (request.settings !== undefined) await tools.ingest.saveSource(request.settings);
    return runImport(tools, run);
  };

  return async (request, progress, signal) => {
    const { source } = request;
    if (running.has(source))
      throw new Fault(
        'import-running',
        `An import of source "${source}" is running. Wait until it is done, then try again.`,
      );
    running.add(source);
    try {
      return await importNow(request, progress, signal);
    } finally {
      running.delete(source);
    }
  };
};
