import { parseArgs } from 'node:util';
import type { ConformanceClass } from '@openstraat/spec';
import { certificateLimits } from '../certificate/limits.ts';
import { publisherClasses } from '../run/choose-classes.ts';
import { type ReportFormat, reportFormats } from '../reports/index.ts';

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
}

/** A certificate that is to be signed. */
export interface CertificateArguments {
  readonly file: string;
  readonly keyFile: string;
  readonly validDays: number;
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
  certificate: { type: 'string' },
  key: { type: 'string' },
  'valid-days': { type: 'string' },
  help: { type: 'boolean' },
  version: { type: 'boolean' },
} as const;

const nothing = (message: string): ReadArguments => ({ asks: 'nothing', message });

const readCertificate = (values: {
  readonly folder?: string | undefined;
  readonly certificate?: string | undefined;
  readonly key?: string | undefined;
  readonly 'valid-days'?: string | undefined;
}): CertificateArguments | undefined | string => {
  const { folder, certificate: file, key: keyFile, 'valid-days': days } = values;
  if (file === undefined)
    return keyFile === undefined && days === undefined
      ? undefined
      : '--key and --valid-days are for a certificate: say with --certificate <file> where it goes.';
  if (folder !== undefined)
    return 'A certificate says what an address answers, and --folder asks none: test the address.';
  if (keyFile === undefined)
    return 'Say with --key <file> who signs the certificate; openstraat-conformance keygen makes a key.';
  const { validDaysUsual, validDaysMax } = certificateLimits;
  const validDays = days === undefined ? validDaysUsual : Number(days);
  return Number.isInteger(validDays) && validDays >= 1 && validDays <= validDaysMax
    ? { file, keyFile, validDays }
    : `--valid-days is "${days}": write a whole number from 1 to ${validDaysMax}.`;
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
  if (typeof certificate === 'string') return nothing(certificate);
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
    },
  };
};
