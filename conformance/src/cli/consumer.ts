import { parseArgs } from 'node:util';
import { type ReportFormat, reportFormats } from '../reports/index.ts';
import { runConsumerConformance, type TestedReader } from '../run-consumer-conformance.ts';
import {
  type CertificateArguments,
  certificateOptions,
  readCertificate,
  readKey,
  writeCertificate,
} from './certificate-arguments.ts';
import type { Command } from './commands.ts';
import { exitCode, exitCodeOf } from './exit-code.ts';
import { checkWritable, writeReport } from './output-file.ts';

interface Asked {
  readonly reader: TestedReader;
  readonly format: ReportFormat;
  readonly outputFile: string | undefined;
  readonly certificate: CertificateArguments | undefined;
}

const options = {
  run: { type: 'string' },
  'digest-url': { type: 'string' },
  format: { type: 'string' },
  output: { type: 'string' },
  ...certificateOptions,
} as const;

const readerOf = (run: string | undefined, digestUrl: string | undefined): TestedReader | string => {
  if ((run === undefined) === (digestUrl === undefined))
    return 'Say what reads: --run "node read.ts {feed} {store}" or --digest-url "http://127.0.0.1:5000/read?feed={feed}".';
  const template = run ?? digestUrl ?? '';
  if (!template.includes('{feed}')) return `"${template}" has no {feed}: the address of the feed goes there.`;
  if (run !== undefined) return { run };
  return URL.canParse(template) ? { digestUrl: template } : `"${template}" is not an address.`;
};

/** What the command line asks for; a sentence when it can't be understood. */
export const readConsumerArguments = (given: readonly string[]): Asked | string => {
  let parsed;
  try {
    parsed = parseArgs({ args: [...given], options, strict: true });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { run, 'digest-url': digestUrl, format: formatName = reportFormats[0]?.name, output } = parsed.values;
  const reader = readerOf(run, digestUrl);
  if (typeof reader === 'string') return reader;
  const format = reportFormats.find(({ name }) => name === formatName);
  if (format === undefined)
    return `--format is "${formatName}": write one of ${reportFormats.map(({ name }) => name).join(', ')}.`;
  const certificate = readCertificate(parsed.values);
  return typeof certificate === 'string' ? certificate : { reader, format, outputFile: output, certificate };
};

/** Tests a reader of feeds. */
export const consumerCommand: Command = {
  name: 'consumer',
  usage: '--run "<command with {feed}>"',
  summary: 'tests a reader of feeds (class consumer)',
  async run(given, streams) {
    const { output, errors } = streams;
    const asked = readConsumerArguments(given);
    if (typeof asked === 'string') {
      errors.write(`${asked}\nSee: openstraat-conformance --help\n`);
      return exitCode.notTested;
    }
    const { reader, format, outputFile, certificate } = asked;
    const key = certificate === undefined ? undefined : await readKey(certificate);
    for (const file of [outputFile, certificate?.file]) await checkWritable(file);
    const showPlayed = (played: number, scenarios: number): void => {
      if (errors.isTTY === true) errors.write(`\r${played} of ${scenarios} feeds\u001B[K`);
    };
    const result = await runConsumerConformance({ reader, onProgress: showPlayed });
    if (errors.isTTY === true) errors.write('\r\u001B[K');
    if (certificate !== undefined && key !== undefined) await writeCertificate(result, certificate, key);
    const colours = outputFile === undefined && output.isTTY === true && process.env['NO_COLOR'] === undefined;
    const report = await format.write(result, { colours });
    const isWritten = await writeReport(report, { file: outputFile, verdict: result.verdict }, streams);
    return isWritten ? exitCodeOf(result.verdict) : exitCode.notTested;
  },
};
