import { parseArgs } from 'node:util';
import type { ConformanceClass } from '@openstraat/spec';
import { publisherClasses } from '../run/choose-classes.ts';
import { type ReportFormat, reportFormats } from '../reports/index.ts';

/** What a test was asked to be. */
export interface TestArguments {
  readonly url: string;
  readonly classes: readonly ConformanceClass[] | undefined;
  readonly full: boolean;
  readonly seed: string | undefined;
  readonly format: ReportFormat;
  readonly outputFile: string | undefined;
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
  help: { type: 'boolean' },
  version: { type: 'boolean' },
} as const;

const nothing = (message: string): ReadArguments => ({ asks: 'nothing', message });

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
  if (url === undefined) return nothing('Say what to test: openstraat-conformance https://winkels.example/');
  if (surplus !== undefined) return nothing(`"${surplus}" is one word too many.`);
  const unknown = values.class?.find((name) => !publisherClasses.some((known) => known === name));
  if (unknown !== undefined) return nothing(`--class is "${unknown}": write one of ${publisherClasses.join(', ')}.`);
  const { format: formatName = reportFormats[0]?.name } = values;
  const format = reportFormats.find(({ name }) => name === formatName);
  if (format === undefined)
    return nothing(`--format is "${formatName}": write one of ${reportFormats.map(({ name }) => name).join(', ')}.`);
  return {
    asks: 'test',
    test: {
      url: /^[a-z]+:\/\//i.test(url) ? url : `https://${url}`,
      classes: values.class === undefined ? undefined : publisherClasses.filter((name) => values.class?.includes(name)),
      full: values.full === true,
      seed: values.seed,
      format,
      outputFile: values.output,
    },
  };
};
