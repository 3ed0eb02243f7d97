import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { DataFolder } from '../config/data-folder.ts';
import { readSettings } from '../config/settings-file.ts';
import type { ImportReport, NodeCommands } from '../control/commands.ts';
import { Fault } from '../model/fault.ts';
import { sourceSettingsSchema } from '../model/source-settings.ts';
import {
  type Command,
  type CommandContext,
  dataFolderOf,
  dataOption,
  dataOptionHelp,
  readArguments,
  readChoice,
  usageFault,
} from './command.ts';
import { exitCode } from './exit-code.ts';
import { importDeliveries, importWithProgress } from './import-deliveries.ts';
import { manifestPathOf, readManifest } from './manifest.ts';
import { giveReports, reportFormats } from './report.ts';
import { hasSourceFlags, sourceOptionHelp, sourceOptions, sourceSettingsOf } from './source-options.ts';
import { findSource } from './source.ts';
import { spool } from './spool.ts';
import { withNode } from './with-node.ts';

const options = {
  ...dataOption,
  source: { type: 'string' },
  format: { type: 'string' },
  'dry-run': { type: 'boolean' },
  partial: { type: 'boolean' },
  'allow-shrink': { type: 'boolean' },
  'as-stated': { type: 'boolean' },
  report: { type: 'string' },
  'report-file': { type: 'string' },
  json: { type: 'boolean' },
  ...sourceOptions,
} as const;

const readImportArguments = (given: readonly string[]) => readArguments('import', given, options, ['file']);
type Values = ReturnType<typeof readImportArguments>['values'];

/** What the report calls an export, whose things have sources of their own. */
const exportSource = 'export';

/** Imports one file for the source that the flags name, and describe where it is new. */
const importOne = async (
  context: CommandContext,
  folder: DataFolder,
  values: Values,
  file: { readonly path: string; readonly label: string },
): Promise<ImportReport> => {
  const asStated = values['as-stated'] === true;
  if (asStated && (values.source !== undefined || hasSourceFlags(values)))
    throw usageFault(
      'import',
      'With --as-stated the things of an export keep the sources that they name: leave --source out.',
    );
  const name = asStated ? exportSource : values.source;
  if (name === undefined) throw usageFault('import', 'Say whose file it is with --source <name>: nothing guesses it.');
  const { license } = await readSettings(folder, context.environment.settings);
  const importIt = async (node: NodeCommands): Promise<ImportReport> => {
    const sources = await node.listSources();
    const described = asStated || hasSourceFlags(values);
    const known = described
      ? sources.find(({ settings }) => settings.name === name)?.settings
      : findSource(sources, name).settings;
    const settings = asStated
      ? sourceSettingsSchema.parse({ name, title: name, license, attribution: name })
      : described
        ? await sourceSettingsOf('import', name, values, { source: known, license })
        : undefined;
    const request = {
      file: file.path,
      source: name,
      dryRun: values['dry-run'] === true,
      partial: values.partial === true,
      allowShrink: values['allow-shrink'] === true,
      ...(asStated ? { asStated } : {}),
      ...(settings === undefined ? {} : { settings }),
      ...(values.format === undefined ? {} : { format: values.format }),
    };
    const report = await importWithProgress(context, node, request, file.label);
    return { ...report, file: file.label };
  };
  return withNode(context, folder, importIt);
};

const importFromInput = async (context: CommandContext, folder: DataFolder, values: Values): Promise<ImportReport> => {
  if (context.terminal.input.isTTY === true)
    throw usageFault(
      'import',
      'A file called - is the standard input, and that is your keyboard: pipe a file into it.',
    );
  await using spooled = await spool(context.terminal.input, folder, context);
  // Awaited here: the file has to stay until it was read.
  return await importOne(context, folder, values, { path: spooled.path, label: 'standard input' });
};

const checkReadable = async (path: string): Promise<void> => {
  await stat(path).catch((cause: NodeJS.ErrnoException) => {
    throw new Fault('file-unreadable', `${path} can't be read (${cause.code}). Name a file that is there.`, { cause });
  });
};

/** Imports all deliveries of a manifest; their sources stand in it. */
const importManifest = async (
  context: CommandContext,
  folder: DataFolder,
  values: Values,
  path: string,
): Promise<ImportReport[]> => {
  const manifest = await readManifest(path);
  if (values.source !== undefined || values.format !== undefined || values.partial === true || hasSourceFlags(values))
    throw usageFault(
      'import',
      `${path} says itself what its sources are: leave --source, --format, --partial and the like out.`,
    );
  const flags = { dryRun: values['dry-run'] === true, allowShrink: values['allow-shrink'] === true };
  return withNode(context, folder, (node) => importDeliveries(context, node, manifest, flags));
};

export const importCommand: Command = {
  name: 'import',
  summary: "read a shop's file",
  usage: '<file|folder|-> --source <name> [options] [--data <folder>]',
  about:
    'Formats are known by content: product, inventory and store feeds, barcodes and stock, a sheet of places, our own NDJSON. What a full file no longer has is removed, ' +
    "of what its source brought; when more than a third would go, it stops and asks for --allow-shrink. A new source is described by flags in the same call. A folder with an openstraat.json imports all deliveries in it. '-' is the standard input.\n\n" +
    'Ends with 0 when it is done, refused rows or not (the report lists them); with 3 when it was stopped; with 1 or 2 when it could not begin.',
  stoppable: true,
  options,
  optionHelp: {
    ...dataOptionHelp,
    source: 'name of the source whose file it is',
    format: 'name of the format, where its content does not show it',
    'dry-run': 'read and check everything, write nothing',
    partial: 'the file is not all that the source has: remove nothing',
    'allow-shrink': 'go on when more than a third would be removed',
    'as-stated': 'the file is an export of a node: its things keep the sources that they name',
    report: 'text (default), json or csv',
    'report-file': 'write the report to this file; by its name as .json, .csv or text',
    json: 'the same as --report json',
    ...Object.fromEntries(Object.entries(sourceOptionHelp).map(([flag, help]) => [flag, `source: ${help}`])),
  },
  examples: [
    'openstraat import stock.csv --source jansen-stock',
    'openstraat import stock.csv --source jansen-stock --place fietsen-jansen --attribution "Fietsen Jansen"',
    'openstraat import feed.xml --source boeken --dry-run --report-file feed-report.csv',
    'curl -s https://shop.example/feed.xml | openstraat import - --source boeken',
    'openstraat import town.ndjson --as-stated',
    'openstraat import examples/town',
  ],
  run: async (context) => {
    const { values, words } = readImportArguments(context.arguments);
    const folder = dataFolderOf(values.data, context.environment);
    const chosen = readChoice('import', 'report', values.report, reportFormats);
    const [given = ''] = words;
    const path = resolve(given);
    let reports: ImportReport[];
    let isList = false;
    if (given === '-') reports = [await importFromInput(context, folder, values)];
    else {
      await checkReadable(path);
      const manifestPath = await manifestPathOf(path);
      isList = manifestPath !== undefined;
      reports =
        manifestPath === undefined
          ? [await importOne(context, folder, values, { path, label: given })]
          : await importManifest(context, folder, values, manifestPath);
    }
    const format = values.json === true ? 'json' : chosen;
    await giveReports(context.terminal, reports, { format, file: values['report-file'], isList });
    return reports.some(({ outcome }) => outcome === 'stopped') ? exitCode.stopped : exitCode.done;
  },
};
