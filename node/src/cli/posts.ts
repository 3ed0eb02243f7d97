import { type Command, dataFolderOf, dataOption, dataOptionHelp, readArguments } from './command.ts';
import { exitCode } from './exit-code.ts';
import { postText } from './post-text.ts';
import { readLimit } from './read-limit.ts';
import { withNode } from './with-node.ts';
import { jsonText } from './terminal.ts';

const options = {
  ...dataOption,
  place: { type: 'string' },
  limit: { type: 'string' },
  json: { type: 'boolean' },
} as const;

const limit = { standard: 20, max: 1_000 } as const;

export const posts: Command = {
  name: 'posts',
  summary: 'list what the node and its places say',
  usage: '[--place <place>] [--limit <number>] [--json] [--data <folder>]',
  about: 'First what waits for its time, the next at the top; then what was said, the newest first.',
  options,
  optionHelp: {
    ...dataOptionHelp,
    place: 'only of this place: its key, address, handle or name',
    limit: `how many of each, at most ${limit.max} (default: ${limit.standard})`,
    json: 'answer as JSON',
  },
  examples: ['openstraat posts', 'openstraat posts --place fietsenmakerij-de-ketting --json'],
  run: async (context) => {
    const { values } = readArguments('posts', context.arguments, options);
    const request = {
      ...(values.place === undefined ? {} : { place: values.place }),
      limit: readLimit('posts', values.limit, limit),
    };
    const found = await withNode(context, dataFolderOf(values.data, context.environment), (node) =>
      node.listPosts(request),
    );
    const all = [...found.scheduled, ...found.said];
    const text =
      all.length === 0
        ? 'Nothing was said yet. Say something with: openstraat post "…"'
        : all.map(postText).join('\n\n');
    await context.terminal.print(values.json === true ? jsonText(found) : `${text}\n`);
    return exitCode.done;
  },
};
