import type { ReplyListing } from '../control/commands.ts';
import {
  type Action,
  type Command,
  type CommandContext,
  dataFolderOf,
  dataOption,
  dataOptionHelp,
  readArguments,
} from './command.ts';
import { exitCode } from './exit-code.ts';
import { readLimit } from './read-limit.ts';
import { replyText } from './reply-text.ts';
import { jsonText, showable } from './terminal.ts';
import { withNode } from './with-node.ts';

const options = {
  ...dataOption,
  place: { type: 'string' },
  limit: { type: 'string' },
  json: { type: 'boolean' },
} as const;
const changeOptions = { ...dataOption, json: { type: 'boolean' } } as const;

const limit = { standard: 20, max: 1_000 } as const;

const print = (context: CommandContext, json: boolean | undefined, value: unknown, text: string): Promise<void> =>
  context.terminal.print(json === true ? jsonText(value) : `${text}\n`);

/** What is shown now, in its words: its author may have changed them since they were listed. */
const shownText = (reply: ReplyListing): string =>
  [
    reply.edited === undefined
      ? 'Everybody can read this now, beneath the post:'
      : 'Everybody can read this now, beneath the post; its author has changed it since it came, and this is what it says today:',
    replyText(reply),
    'When its author changes it, it is hidden until you have looked again, and show it anew.',
  ].join('\n');

const show: Action = async (context, given) => {
  const { values, words } = readArguments('replies show', given, changeOptions, ['id']);
  const [id = ''] = words;
  const reply = await withNode(context, dataFolderOf(values.data, context.environment), (node) =>
    node.showReply({ id }),
  );
  await print(context, values.json, reply, shownText(reply));
  return exitCode.done;
};

const hide: Action = async (context, given) => {
  const { values, words } = readArguments('replies hide', given, changeOptions, ['id']);
  const [id = ''] = words;
  const reply = await withNode(context, dataFolderOf(values.data, context.environment), (node) =>
    node.hideReply({ id }),
  );
  await print(context, values.json, reply, `For you alone again:\n${replyText(reply)}`);
  return exitCode.done;
};

const forget: Action = async (context, given) => {
  const { values, words } = readArguments('replies delete', given, dataOption, ['id']);
  const [id = ''] = words;
  await withNode(context, dataFolderOf(values.data, context.environment), (node) => node.deleteReply({ id }));
  await context.terminal.print(`Forgotten: ${showable(id)}\n`);
  return exitCode.done;
};

const list: Action = async (context, given) => {
  const { values } = readArguments('replies', given, options);
  const request = {
    ...(values.place === undefined ? {} : { place: values.place }),
    limit: readLimit('replies', values.limit, limit),
  };
  const found = await withNode(context, dataFolderOf(values.data, context.environment), (node) =>
    node.listReplies(request),
  );
  const text = found.length === 0 ? 'Nobody has said anything yet.' : found.map(replyText).join('\n');
  await print(context, values.json, found, text);
  return exitCode.done;
};

export const replies: Command = {
  name: 'replies',
  summary: 'list what others say to the node and its places, and show replies beneath posts',
  usage: '[--place <place>] [--limit <number>] [--json] | show <id> | hide <id> | delete <id> [--data <folder>]',
  about:
    'Replies, likes and boosts of posts, and mentions, the newest first. They are kept for you alone, until you `show` a reply: ' +
    "then it stands beneath its post on the place's page, with its author's name, and in the list of replies that other servers can read. " +
    'One at a time, and only what its author said to everybody; likes and boosts never. When its author changes it, it is hidden until you show it anew; when its author deletes it, or you block its server, it is gone. ' +
    '`hide` keeps a reply for you alone again; `delete` forgets one here. To answer one: openstraat post --reply-to <id>.',
  options: { ...options, ...changeOptions },
  optionHelp: {
    ...dataOptionHelp,
    place: 'only to this place: its key, address, handle or name',
    limit: `how many, at most ${limit.max} (default: ${limit.standard})`,
    json: 'answer as JSON',
  },
  examples: [
    'openstraat replies',
    'openstraat replies --place fietsenmakerij-de-ketting',
    'openstraat replies show 3f2a90c1d4',
    'openstraat replies hide 3f2a90c1d4',
    'openstraat replies delete 3f2a90c1d4',
  ],
  run: async (context) => {
    const [first, ...others] = context.arguments;
    if (first === 'show') return show(context, others);
    if (first === 'hide') return hide(context, others);
    if (first === 'delete') return forget(context, others);
    return list(context, context.arguments);
  },
};
