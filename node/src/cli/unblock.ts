import { type Command, dataFolderOf, dataOption, dataOptionHelp, readArguments } from './command.ts';
import { exitCode } from './exit-code.ts';
import { withNode } from './with-node.ts';

export const unblock: Command = {
  name: 'unblock',
  summary: 'take a domain off the block list',
  usage: '<domain> [--data <folder>]',
  about: 'Who followed from there can follow again, and has to.',
  options: dataOption,
  optionHelp: dataOptionHelp,
  examples: ['openstraat unblock nare.example'],
  run: async (context) => {
    const { values, words } = readArguments('unblock', context.arguments, dataOption, ['domain']);
    const [given = ''] = words;
    const { domain } = await withNode(context, dataFolderOf(values.data, context.environment), (node) =>
      node.removeBlock({ domain: given }),
    );
    await context.terminal.print(`${domain} is no longer blocked.\n`);
    return exitCode.done;
  },
};
