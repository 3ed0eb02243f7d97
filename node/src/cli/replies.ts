import type { ReplyListing } from '../control/commands.ts';
import { type Command, dataFolderOf, dataOption, dataOptionHelp, readArguments } from './command.ts';
import { exitCode } from './exit-code.ts';
import { readLimit } from './read-limit.ts';
import { jsonText, showable } from './terminal.ts';
import { withNode } from './with-node.ts';

const options = {
  ...dataOption,
  place: { type: 'string' },
  limit: { type: 'string' },
  json: { type: 'boolean' },
} as const;

const limit = { standard: 20, max: 1_000 } as const;
const kindWords = { reply: 'says to', like: 'likes', boost: 'boosts' } as const;

const replyText = ({ id, kind, address, sender, actor, post, text, received }: ReplyListing): string =>
  [
    `${id}: ${received} ${showable(sender)} ${kindWords[kind]} ${showable(kind === 'reply' || post === undefined ? actor : post)}`,
    ...(text === '' ? [] : text.split('\n').map((line) => `  ${showable(line)}`)),
    ...(kind === 'reply' ? [`  ${showable(address)}${post === undefined ? '' : ` on ${showable(post)}`}`] : []),
  ].join('\n');

export const replies: Command = {
  name: 'replies',
  summary: 'list what others say to the node and its places',
  usage: '[--place <place>] [--limit <number>] [--json] | delete <id> [--data <folder>]',
  about:
    'Replies, likes and boosts of posts, and mentions, the newest first. They are kept for you alone: nothing of them stands on the pages. ' +
    'What their authors change or delete changes and goes here too; `delete` forgets one here.',
  options,
  optionHelp: {
    ...dataOptionHelp,
    place: 'only to this place: its key, address, handle or name',
    limit: `how many, at most ${limit.max} (default: ${limit.standard})`,
    json: 'answer as JSON',
  },
  examples: ['openstraat replies', 'openstraat replies --place fietsen-jansen', 'openstraat replies delete 3f2a90c1d4'],
  run: async (context) => {
    const [first, ...others] = context.arguments;
    if (first === 'delete') {
      const { values, words } = readArguments('replies delete', others, dataOption, ['id']);
      const [id = ''] = words;
      await withNode(context, dataFolderOf(values.data, context.environment), (node) => node.deleteReply({ id }));
      await context.terminal.print(`Forgotten: ${showable(id)}\n`);
      return exitCode.done;
    }
    const { values } = readArguments('replies', context.arguments, options);
    const request = {
      ...(values.place === undefined ? {} : { place: values.place }),
      limit: readLimit('replies', values.limit, limit),
    };
    const found = await withNode(context, dataFolderOf(values.data, context.environment), (node) =>
      node.listReplies(request),
    );
    const text = found.length === 0 ? 'Nobody has said anything yet.' : found.map(replyText).join('\n');
    await context.terminal.print(values.json === true ? jsonText(found) : `${text}\n`);
    return exitCode.done;
  },
};
