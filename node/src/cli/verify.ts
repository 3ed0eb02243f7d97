import { type Command, dataFolderOf, dataOption, dataOptionHelp, readArguments } from './command.ts';
import { exitCode } from './exit-code.ts';
import { jsonText, showCount } from './terminal.ts';
import { withNode } from './with-node.ts';

const options = { ...dataOption, json: { type: 'boolean' } } as const;

export const verify: Command = {
  name: 'verify',
  summary: 'count the log, its keys and its digest again',
  usage: '[--json] [--data <folder>]',
  about:
    'Reads everything that the node has, and says what does not agree. Ends with 0 when all agrees, with 1 when something does not.',
  options,
  optionHelp: { ...dataOptionHelp, json: 'answer as JSON' },
  examples: ['openstraat verify', 'openstraat verify --json --data /var/lib/openstraat'],
  run: async (context) => {
    const { values } = readArguments('verify', context.arguments, options);
    const found = await withNode(context, dataFolderOf(values.data, context.environment), (node) => node.verify());
    const { problems, things } = found;
    const text =
      problems.length === 0
        ? `All is well: ${showCount(things)} things, and every key, count and digest agrees.\n`
        : `${showCount(problems.length)} of these do not agree:\n${problems.map((problem) => `  ${problem}\n`).join('')}Restore a backup, and import again what came after it.\n`;
    await context.terminal.print(values.json === true ? jsonText(found) : text);
    return problems.length === 0 ? exitCode.done : exitCode.failed;
  },
};
