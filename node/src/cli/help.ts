import type { Command } from './command.ts';

const width = 100;

/** Breaks a text at its spaces, and indents it. */
const wrap = (text: string, indent: string): string =>
  text
    .split('\n')
    .map((paragraph) => {
      const lines = [''];
      for (const word of paragraph.split(' ')) {
        const line = lines.at(-1) ?? '';
        if (line !== '' && indent.length + line.length + word.length >= width) lines.push(word);
        else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
      }
      return lines.join(`\n${indent}`);
    })
    .join(`\n${indent}`);

/** What `openstraat <command> --help` says. */
export const commandHelp = ({ name, summary, usage, about, options, optionHelp, examples }: Command): string => {
  const flags = Object.entries(optionHelp).map(([flag, help]) => {
    const takes = options[flag]?.type === 'string' ? ' <…>' : '';
    return `  ${`--${flag}${takes}`.padEnd(22)}  ${wrap(help, ' '.repeat(26))}`;
  });
  return [
    `openstraat ${name}: ${summary}`,
    '',
    'Usage:',
    `  openstraat ${name} ${usage}`,
    '',
    wrap(about, ''),
    ...(flags.length === 0 ? [] : ['', 'Options:', ...flags]),
    '',
    'Examples:',
    ...examples.map((example) => `  ${example}`),
    '',
  ].join('\n');
};

/** What `openstraat --help` says. */
export const generalHelp = (commands: readonly Command[]): string =>
  [
    "openstraat: from shops' own files to a search of what is where, open documents and a change feed",
    '',
    'Usage:',
    '  openstraat <command> [options]',
    '',
    'Commands:',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(10)}${summary}`),
    `  ${'help'.padEnd(10)}say more of a command`,
    `  ${'version'.padEnd(10)}say which version this is`,
    '',
    'Examples:',
    '  openstraat init --data /var/lib/openstraat',
    '  openstraat start --data /var/lib/openstraat',
    '  openstraat import stock.csv --source jansen-stock --data /var/lib/openstraat',
    '  openstraat import --help',
    '',
    'Ends with 0 when done, 1 when something failed, 2 when the command or a setting has to be written',
    'differently, 3 when an import was stopped before its end.',
    '',
  ].join('\n');
