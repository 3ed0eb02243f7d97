import type { FollowedNode } from '../control/commands.ts';
import { type Command, dataFolderOf, dataOption, dataOptionHelp, readArguments, usageFault } from './command.ts';
import { exitCode } from './exit-code.ts';
import { followedText, followExitCode, followProgressText } from './followed-text.ts';
import { createProgressLine } from './progress-line.ts';
import { withNode } from './with-node.ts';
import { jsonText } from './terminal.ts';

const options = { ...dataOption, json: { type: 'boolean' }, pull: { type: 'boolean' } } as const;

const listText = (nodes: readonly FollowedNode[]): string =>
  nodes.length === 0
    ? 'No node is followed. Follow one with: openstraat follow <host>\n'
    : nodes.map((node) => `${followedText(node)}\n`).join('');

export const following: Command = {
  name: 'following',
  summary: 'list the nodes that are followed, and how they are',
  usage: '[--pull [<host, web address or @name@host>]] [--json] [--data <folder>]',
  about:
    'Says of each node what it is called, how many of its things are here, whether they are what its signed checkpoint counts, when its feed was read last, and what was wrong with it.\n\n' +
    'Ends with 0; with --pull also with 1 when a feed could not be read or its digest differs, and with 3 when it was stopped.',
  stoppable: true,
  options,
  optionHelp: {
    ...dataOptionHelp,
    json: 'answer as JSON',
    pull: 'read what is new first, of the node that is named or of all',
  },
  examples: [
    'openstraat following',
    'openstraat following --pull',
    'openstraat following --pull winkels.elders.example --json',
  ],
  run: async (context) => {
    const { values, words } = readArguments('following', context.arguments, options, [], ['node']);
    const [node] = words;
    if (node !== undefined && values.pull !== true)
      throw usageFault('following', `"${node}" goes with --pull. Without it all nodes are listed.`);
    const line = createProgressLine(context.terminal);
    const startMs = context.clock.now();
    const nodes = await withNode(context, dataFolderOf(values.data, context.environment), (running) =>
      values.pull === true
        ? running.pullFollowed(
            node === undefined ? {} : { node },
            (event) => line.update(context.clock.now() - startMs, () => followProgressText(event)),
            context.signal,
          )
        : running.listFollowing(),
    ).finally(line.end);
    await context.terminal.print(values.json === true ? jsonText(nodes) : listText(nodes));
    return values.pull === true ? followExitCode(nodes) : exitCode.done;
  },
};
