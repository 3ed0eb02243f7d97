import type { FollowerListing } from '../control/commands.ts';
import { type FollowerAction, followerActions } from '../model/follower-listing.ts';
import {
  type Command,
  type CommandContext,
  dataFolderOf,
  dataOption,
  dataOptionHelp,
  readArguments,
  usageFault,
} from './command.ts';
import { exitCode } from './exit-code.ts';
import { cliLimits } from './limits.ts';
import { jsonText, showable, showCount } from './terminal.ts';
import { withNode } from './with-node.ts';

const options = { ...dataOption, json: { type: 'boolean' }, asking: { type: 'boolean' } } as const;
const tendOptions = { ...dataOption, json: { type: 'boolean' }, place: { type: 'string' } } as const;

const nameOf = ({ handle, id }: FollowerListing): string => showable(handle ?? id);

const followerText = (follower: FollowerListing): string => {
  const { follows, state, node, since, failingSince } = follower;
  const what = node === undefined ? '' : `, the node ${showable(node.name)} (${node.origin})`;
  const trouble = failingSince === undefined ? '' : `; can not be reached since ${failingSince}`;
  return `${nameOf(follower)}${what} ${state === 'asked' ? 'asks to follow' : 'follows'} ${follows}; since ${since}${trouble}`;
};

const listText = (followers: readonly FollowerListing[], asking: boolean): string => {
  if (followers.length === 0)
    return asking ? 'Nobody asks to follow.\n' : 'Nobody follows the node or its places yet.\n';
  const full =
    followers.length < cliLimits.followersShown ? '' : `These are the first ${showCount(followers.length)}.\n`;
  return followers.map((follower) => `${followerText(follower)}\n`).join('') + full;
};

const list = async (context: CommandContext): Promise<number> => {
  const { values } = readArguments('followers', context.arguments, options);
  const asking = values.asking === true;
  const followers = await withNode(context, dataFolderOf(values.data, context.environment), (node) =>
    node.listFollowers({ asking, limit: cliLimits.followersShown }),
  );
  await context.terminal.print(values.json === true ? jsonText(followers) : listText(followers, asking));
  return exitCode.done;
};

const done: Readonly<Record<FollowerAction, (name: string, follows: string) => string>> = {
  accept: (name, follows) => `${name} follows ${follows} now, and is told so.`,
  reject: (name, follows) => `${name} does not follow ${follows}, and is told so.`,
  remove: (name, follows) => `${name} no longer follows ${follows}, and is told so.`,
};

const tend = async (context: CommandContext, action: FollowerAction): Promise<number> => {
  const { values, words } = readArguments('followers', context.arguments.slice(1), tendOptions, ['handle or address']);
  const [follower = ''] = words;
  const tended = await withNode(context, dataFolderOf(values.data, context.environment), (node) =>
    node.tendFollower({ follower, action, ...(values.place === undefined ? {} : { place: values.place }) }),
  );
  const text = tended.map((one) => `${done[action](nameOf(one), one.follows)}\n`).join('');
  await context.terminal.print(values.json === true ? jsonText(tended) : text);
  return exitCode.done;
};

export const followers: Command = {
  name: 'followers',
  summary: 'list who follows the node and its places, and answer who asks to',
  usage: '[--asking] [--json] | accept|reject|remove <handle or address> [--place <place>] [--data <folder>]',
  about:
    'Lists nodes and people that follow. Who may is the setting "followers": open (everybody), ask (whom you accept) or closed (nobody new).\n\n' +
    '`accept` and `reject` answer who asks, and leave alone what was accepted before; `remove` takes away who follows. ' +
    'Each is about everything here that they ask for or follow, unless --place names one.\n\n' +
    'What is answered while the node does not run goes out when it is started.',
  options: { ...options, ...tendOptions },
  optionHelp: {
    ...dataOptionHelp,
    json: 'answer as JSON',
    asking: 'list: only those that wait for an answer',
    place: 'accept, reject, remove: only this place: its key, address, handle or name (node: the node itself)',
  },
  examples: [
    'openstraat followers',
    'openstraat followers --asking',
    'openstraat followers accept @ann@social.example',
    'openstraat followers reject @bob@social.example --place fietsenmakerij-de-ketting',
    'openstraat followers remove https://winkels.elders.example/actors/node',
  ],
  run: (context) => {
    const [first] = context.arguments;
    const action = followerActions.find((one) => one === first);
    if (action !== undefined) return tend(context, action);
    if (first !== undefined && !first.startsWith('-'))
      throw usageFault('followers', `"${first}" is not something to do: write accept, reject or remove.`);
    return list(context);
  },
};
