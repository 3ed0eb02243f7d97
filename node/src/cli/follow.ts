import { type Command, dataFolderOf, dataOption, dataOptionHelp, readArguments } from './command.ts';
import { followedText, followExitCode, followProgressText, followResultText } from './followed-text.ts';
import { createProgressLine } from './progress-line.ts';
import { withNode } from './with-node.ts';
import { jsonText } from './terminal.ts';

const options = { ...dataOption, json: { type: 'boolean' } } as const;

export const follow: Command = {
  name: 'follow',
  summary: 'show what another node has, and keep up with it',
  usage: '<host, web address or @name@host> [--json] [--data <folder>]',
  about:
    "Reads the other node's feed whole, checks it, and finds its shops from then on in this node's search, under their own addresses and with their node named. " +
    'While the node runs it keeps up: on notice, and every few minutes (the setting pollMinutes). What the other node deletes goes here too. Nothing of it enters the own feed.\n\n' +
    'Ends with 0 when the feed was read to its end, with 1 when the node cannot be followed or its feed could not be read, with 3 when it was stopped before.',
  stoppable: true,
  options,
  optionHelp: { ...dataOptionHelp, json: 'answer as JSON' },
  examples: [
    'openstraat follow winkels.elders.example',
    'openstraat follow https://winkels.elders.example --data /var/lib/openstraat',
    'openstraat follow @elders@winkels.elders.example',
  ],
  run: async (context) => {
    const { values, words } = readArguments('follow', context.arguments, options, ['node']);
    const [node = ''] = words;
    const line = createProgressLine(context.terminal);
    const startMs = context.clock.now();
    const followed = await withNode(context, dataFolderOf(values.data, context.environment), (running) =>
      running.follow(
        { node },
        (event) => line.update(context.clock.now() - startMs, () => `${node}: ${followProgressText(event)}`),
        context.signal,
      ),
    ).finally(line.end);
    const text =
      followed.leftOut > 0 ? `${followResultText(followed)}\n${followedText(followed)}` : followResultText(followed);
    await context.terminal.print(values.json === true ? jsonText(followed) : `${text}\n`);
    return followExitCode([followed]);
  },
};
