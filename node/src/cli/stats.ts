import type { NodeStats } from '../control/commands.ts';
import { type Command, dataFolderOf, dataOption, dataOptionHelp, readArguments } from './command.ts';
import { exitCode } from './exit-code.ts';
import { jsonText, showable, showCount } from './terminal.ts';
import { withNode } from './with-node.ts';

const options = { ...dataOption, json: { type: 'boolean' } } as const;

const statsText = (stats: NodeStats): string => {
  const rows: [string, string][] = [
    ['live things', showCount(stats.live)],
    ...Object.entries(stats.liveByKind).map(([kind, count]): [string, string] => [`  ${kind}`, showCount(count)]),
    ['tombstones', showCount(stats.tombstones)],
    ['sources', showCount(stats.sources)],
    ['head', String(stats.position)],
    ['epoch', stats.epoch],
    ['digest', stats.digest],
  ];
  const duplicates = stats.probableDuplicates.map(
    ({ first, second, reason }) => `  ${showable(first)} and ${showable(second)}: ${showable(reason)}`,
  );
  return [
    `${showable(stats.name)}, ${stats.origin}`,
    ...(stats.movedTo === undefined ? [] : [`It has moved to ${stats.movedTo}; nothing is imported here.`]),
    ...rows.map(([name, value]) => `${name.padEnd(16)}${value}`),
    ...(duplicates.length === 0
      ? []
      : ['', 'Probably the same place twice; if so, give one key to both:', ...duplicates]),
    '',
  ].join('\n');
};

export const stats: Command = {
  name: 'stats',
  summary: 'say what the node has',
  usage: '[--json] [--data <folder>]',
  about:
    'Counts live things by kind, tombstones and sources, names the head of the feed, and lists places that may be there twice.',
  options,
  optionHelp: { ...dataOptionHelp, json: 'answer as JSON' },
  examples: ['openstraat stats', 'openstraat stats --json | jq .live'],
  run: async (context) => {
    const { values } = readArguments('stats', context.arguments, options);
    const found = await withNode(context, dataFolderOf(values.data, context.environment), (node) => node.stats());
    await context.terminal.print(values.json === true ? jsonText(found) : statsText(found));
    return exitCode.done;
  },
};
