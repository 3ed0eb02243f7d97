import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { ImportReport } from '../control/commands.ts';
import { Fault } from '../model/fault.ts';
import { reportCsv } from './report-csv.ts';
import { reportText } from './report-text.ts';
import { jsonText, type Terminal } from './terminal.ts';

export const reportFormats = ['text', 'json', 'csv'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Renders the reports of one command. As JSON: one report for one file, a list for a manifest. */
const render = (reports: readonly ImportReport[], format: ReportFormat, isList: boolean): string => {
  if (format === 'csv') return reportCsv(reports);
  if (format === 'text') return reports.map(reportText).join('\n');
  return jsonText(isList ? reports : reports[0]);
};

/**
 * Gives out the reports: to the file, with the text beside it, or to the standard output.
 * @param format undefined for the one that the file's name says, else text
 * @throws {Fault} `file-unreadable` when the file can't be written
 */
export const giveReports = async (
  terminal: Terminal,
  reports: readonly ImportReport[],
  options: { readonly format: ReportFormat | undefined; readonly file: string | undefined; readonly isList: boolean },
): Promise<void> => {
  const { file, isList } = options;
  if (file === undefined) return terminal.print(render(reports, options.format ?? 'text', isList));
  const format = options.format ?? reportFormats.find((one) => extname(file) === `.${one}`) ?? 'text';
  try {
    await writeFile(file, render(reports, format, isList));
  } catch (cause) {
    const why = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    await terminal.print(render(reports, 'text', isList));
    throw new Fault('file-unreadable', `The report can't be written to ${file} (${why}); it stands above instead.`, {
      cause,
    });
  }
  await terminal.print(render(reports, 'text', isList));
};
