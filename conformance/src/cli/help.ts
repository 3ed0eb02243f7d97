import { publisherClasses } from '../run/choose-classes.ts';
import { reportFormats } from '../reports/index.ts';
import { commands } from './commands.ts';

/** What `openstraat-conformance --help` says. */
export const helpText = (): string =>
  [
    'openstraat-conformance: tests a publisher of Openstraat from outside',
    '',
    'Usage:',
    '  openstraat-conformance <url> [options]',
    ...commands.map(({ name, usage, summary }) => `  openstraat-conformance ${name} ${usage}   ${summary}`),
    '',
    'Options:',
    `  --class <name>     test this class; may stand several times: ${publisherClasses.join(', ')}`,
    '                     (default: those that the description claims)',
    '  --full             read the whole feed, however long; otherwise a sample of a long one',
    '  --seed <text>      choose the same sample as the run that named this seed',
    '  --format <name>    how to write the report:',
    ...reportFormats.map(({ name, title }) => `                       ${name.padEnd(14)}${title}`),
    '  --output <file>    write the report there',
    '  --help, --version',
    '',
    'Examples:',
    '  openstraat-conformance https://winkels.example/',
    '  openstraat-conformance http://127.0.0.1:4100/ --class publisher --full',
    '  openstraat-conformance https://winkels.example/ --format json --output result.json',
    '',
    'Ends with 0 when it conforms, 1 when it does not, 2 when it could not be tested.',
    '',
  ].join('\n');
