import { type Command, dataFolderOf, dataOption, dataOptionHelp, readArguments } from './command.ts';
import { exitCode } from './exit-code.ts';
import { showable, showAmount } from './terminal.ts';
import { withNode } from './with-node.ts';

export const unfollow: Command = {
  name: 'unfollow',
  summary: 'forget another node and what it has',
  usage: '<host, web address or @name@host> [--data <folder>]',
  about: 'When it ends, nothing of the other node is found here any more, and its copy is deleted.',
  options: dataOption,
  optionHelp: dataOptionHelp,
  examples: ['openstraat unfollow winkels.elders.example'],
  run: async (context) => {
    const { values, words } = readArguments('unfollow', context.arguments, dataOption, ['node']);
    const [node = ''] = words;
    const { name, origin, things } = await withNode(
      context,
      dataFolderOf(values.data, context.environment),
      (running) => running.unfollow({ node }),
    );
    await context.terminal.print(
      `${showable(name)} (${origin}) is no longer followed, and what it brought is gone from here: ${showAmount(things, 'thing')}.\n`,
    );
    return exitCode.done;
  },
};
