import { certificateLimits } from '../certificate/limits.ts';
import { publisherClasses } from '../run/choose-classes.ts';
import { runLimits } from '../run/limits.ts';
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
    '  --folder <folder>  test files as a static server would serve them; the address is that in their description',
    '  --evidence <new folder>',
    '                     keep the result and all that was answered there',
    '  --certificate <file> --key <file> [--valid-days <number>]',
    `                     sign what the run came to (valid for ${certificateLimits.validDaysUsual} days, at most ${certificateLimits.validDaysMax})`,
    '  --callback <origin> [--callback-listen <port>]',
    '                     where the publisher reaches this machine, for the class federated: without it what needs that',
    '                     is not tested, unless the publisher is on loopback as well',
    '  --wait <seconds>   wait for somebody to change something at the publisher, at most so long: notices and changes',
    `                     are tested with it (default: 0, at most ${runLimits.waitMsMax / 1_000})`,
    '  --help, --version',
    '',
    'Examples:',
    '  openstraat-conformance https://winkels.example/',
    '  openstraat-conformance http://127.0.0.1:4100/ --class publisher --full',
    '  openstraat-conformance https://winkels.example/ --format html --output report.html',
    '  openstraat-conformance https://winkels.example/ --class federated --callback https://suite.example --callback-listen 8080',
    '  openstraat-conformance http://127.0.0.1:4100/ --class federated --wait 120',
    '  openstraat-conformance --folder public',
    '  openstraat-conformance https://winkels.example/ --certificate certificate.json --key key.json',
    '',
    'Ends with 0 when it conforms, 1 when it does not, 2 when it could not be tested.',
    '',
  ].join('\n');
