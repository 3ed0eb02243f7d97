import { parseArgs } from 'node:util';
import type { ConformanceClass } from '@openstraat/spec';
import { parseHttpUrl } from '../fetching/same-host.ts';
import { publisherClasses } from '../run/choose-classes.ts';
import { runLimits } from '../run/limits.ts';
import { type ReportFormat, reportFormats } from '../reports/index.ts';
import { type CertificateArguments, certificateOptions, readCertificate } from './certificate-arguments.ts';

/** What a test was asked to be. */
export interface TestArguments {
  /** Undefined beside a folder whose description names its own. */
  readonly url: string | undefined;
  readonly classes: readonly ConformanceClass[] | undefined;
  readonly full: boolean;
  readonly seed: string | undefined;
  readonly format: ReportFormat;
  readonly outputFile: string | undefined;
  /** A folder of files that is tested in place of what the address answers. */
  readonly folder: string | undefined;
  /** A new folder for all that is seen. */
  readonly evidenceFolder: string | undefined;
  readonly certificate: CertificateArguments | undefined;
  readonly callback: CallbackArguments | undefined;
  /** How long to wait for a change. */
  readonly waitMs: number;
}

/** Where the publisher reaches the suite. */
export interface CallbackArguments {
  /** Without a slash at the end. */
  readonly origin: string;
  /** Undefined for that of the origin. */
  readonly port: number | undefined;
}

/** What the command line asks for; a sentence when it can't be understood. */
export type ReadArguments =
  | { readonly asks: 'help' | 'version' }
  | { readonly asks: 'test'; readonly test: TestArguments }
  | { readonly asks: 'nothing'; readonly message: string };

const options = {
  class: { type: 'string', multiple: true },
  full: { type: 'boolean' },
  seed: { type: 'string' },
  format: { type: 'string' },
  output: { type: 'string' },
  folder: { type: 'string' },
  evidence: { type: 'string' },
  ...certificateOptions,
  callback: { type: 'string' },
  'callback-listen': { type: 'string' },
  wait: { type: 'string' },
  help: { type: 'boolean' },
  version: { type: 'boolean' },
} as const;

const nothing = (message: string): ReadArguments => ({ asks: 'nothing', message });

const readCallback = (values: {
  readonly folder?: string | undefined;
  readonly callback?: string | undefined;
  readonly 'callback-listen'?: string | undefined;
}): CallbackArguments | undefined | string => {
  const { folder, callback, 'callback-listen': listen } = values;
  if (callback === undefined)
    return listen === undefined
      ? undefined
      : '--callback-listen is the port behind an address: say with --callback <origin> where that is.';
  if (folder !== undefined) return 'Files in a folder send nothing: --callback is for an address.';
  const url = parseHttpUrl(callback);
  if (url === undefined || `${url.origin}/` !== url.href)
    return `--callback is "${callback}": write scheme, host and port, such as https://suite.example:8443.`;
  const port = listen === undefined ? undefined : Number(listen);
  return port === undefined || (Number.isInteger(port) && port >= 1 && port <= 65_535)
    ? { origin: url.origin, port }
    : `--callback-listen is "${listen}": write a port from 1 to 65535.`;
};

const readWait = (wait = '0', folder: string | undefined): number | string => {
  const seconds = Number(wait);
  const secondsMax = runLimits.waitMsMax / 1_000;
  if (!/^\d+$/.test(wait) || seconds > secondsMax)
    return `--wait is "${wait}": write how many seconds, from 0 to ${secondsMax}.`;
  return seconds > 0 && folder !== undefined
    ? 'Files in a folder do not change while they are tested: --wait is for an address.'
    : seconds * 1_000;
};

/** Reads the command line of a test. */
export const readArguments = (given: readonly string[]): ReadArguments => {
  let parsed;
  try {
    parsed = parseArgs({ args: [...given], options, allowPositionals: true, strict: true });
  } catch (error) {
    return nothing(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  if (values.help === true) return { asks: 'help' };
  if (values.version === true) return { asks: 'version' };
  const [url, surplus] = positionals;
  if (url === undefined && values.folder === undefined)
    return nothing('Say what to test: openstraat-conformance https://winkels.example/');
  if (surplus !== undefined) return nothing(`"${surplus}" is one word too many.`);
  const unknown = values.class?.find((name) => !publisherClasses.some((known) => known === name));
  if (unknown !== undefined) return nothing(`--class is "${unknown}": write one of ${publisherClasses.join(', ')}.`);
  const { format: formatName = reportFormats[0]?.name } = values;
  const format = reportFormats.find(({ name }) => name === formatName);
  if (format === undefined)
    return nothing(`--format is "${formatName}": write one of ${reportFormats.map(({ name }) => name).join(', ')}.`);
  const certificate = readCertificate(values);
  if (values.certificate !== undefined && values.folder !== undefined)
    return nothing('A certificate says what an address answers, and --folder asks none: test the address.');
  if (typeof certificate === 'string') return nothing(certificate);
  const callback = readCallback(values);
  if (typeof callback === 'string') return nothing(callback);
  const waitMs = readWait(values.wait, values.folder);
  if (typeof waitMs === 'string') return nothing(waitMs);
  return {
    asks: 'test',
    test: {
      url: url === undefined || /^[a-z]+:\/\//i.test(url) ? url : `https://${url}`,
      classes: values.class === undefined ? undefined : publisherClasses.filter((name) => values.class?.includes(name)),
      full: values.full === true,
      seed: values.seed,
      format,
      outputFile: values.output,
      folder: values.folder,
      evidenceFolder: values.evidence,
      certificate,
      callback,
      waitMs,
    },
  };
};
