import { resolve } from 'node:path';
import { type Command, dataFolderOf, dataOption, dataOptionHelp, readArguments } from './command.ts';
import { exitCode } from './exit-code.ts';
import { showCount } from './terminal.ts';
import { withNode } from './with-node.ts';

export const backup: Command = {
  name: 'backup',
  summary: 'copy the node into a new folder, while it runs',
  usage: '<folder> [--data <folder>]',
  about:
    "The copy is of one instant: the log, the settings and the keys, and whom the node follows and who follows it. What it has of other nodes is read from them again. The keys sign in the node's name, so keep it as safe as the data folder; " +
    'the recovery secret is not in it. Put it back with: openstraat restore.',
  options: dataOption,
  optionHelp: dataOptionHelp,
  examples: [
    'openstraat backup /backups/2026-03-02',
    'openstraat backup "backups/$(date +%F)" --data /var/lib/openstraat',
  ],
  run: async (context) => {
    const { values, words } = readArguments('backup', context.arguments, dataOption, ['folder']);
    const folder = resolve(words[0] ?? '');
    const done = await withNode(context, dataFolderOf(values.data, context.environment), (node) =>
      node.backup({ folder }),
    );
    await context.terminal.print(
      `${showCount(done.things)} things, up to position ${done.position}, are in ${folder}. Its keys.json is secret.\n`,
    );
    return exitCode.done;
  },
};
