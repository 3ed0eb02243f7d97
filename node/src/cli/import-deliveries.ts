import { basename } from 'node:path';
import type { ImportReport, ImportRequest, NodeCommands } from '../control/commands.ts';
import type { CommandContext } from './command.ts';
import type { Manifest } from './manifest.ts';
import { showProgress } from './progress.ts';

/** Imports one file, and shows how far it is. */
export const importWithProgress = async (
  { terminal, signal }: Pick<CommandContext, 'terminal' | 'signal'>,
  node: NodeCommands,
  request: ImportRequest,
  label: string = basename(request.file),
): Promise<ImportReport> => {
  const progress = showProgress(terminal, label);
  try {
    return await node.importFile(request, progress.update, signal);
  } finally {
    progress.end();
  }
};

/** Imports the deliveries of a manifest one after another, up to the first that stops. */
export const importDeliveries = async (
  context: Pick<CommandContext, 'terminal' | 'signal'>,
  node: NodeCommands,
  { deliveries }: Manifest,
  options: { readonly dryRun: boolean; readonly allowShrink: boolean },
): Promise<ImportReport[]> => {
  const reports: ImportReport[] = [];
  for (const { file, format, partial, source } of deliveries) {
    const report = await importWithProgress(context, node, {
      file,
      source: source.name,
      settings: source,
      partial,
      ...options,
      ...(format === undefined ? {} : { format }),
    });
    reports.push(report);
    if (report.outcome === 'stopped') break;
  }
  return reports;
};
