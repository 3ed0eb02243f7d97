import type { ActorListing, ActorRequest } from '../control/commands.ts';
import {
  type Action,
  type Command,
  type CommandContext,
  dataFolderOf,
  dataOption,
  dataOptionHelp,
  readArguments,
  runAction,
  usageFault,
} from './command.ts';
import { exitCode } from './exit-code.ts';
import { jsonText, showable, showAmount } from './terminal.ts';
import { withNode } from './with-node.ts';

const listOptions = { ...dataOption, json: { type: 'boolean' } } as const;
const onOptions = {
  ...listOptions,
  name: { type: 'string' },
  announce: { type: 'string' },
  was: { type: 'string' },
} as const;

const announcements = ['events', 'promotions', 'products'] as const;

/** @throws {Fault} `usage` */
const readAnnouncements = (text: string): NonNullable<ActorRequest['announces']> => {
  const given = text === 'nothing' ? [] : text.split(',').map((part) => part.trim());
  const chosen = announcements.filter((one) => given.includes(one));
  if (chosen.length === new Set(given).size) return chosen;
  throw usageFault('actor', `--announce is "${text}": write nothing, or some of ${announcements.join(',')}.`);
};

const actorText = (actor: ActorListing): string => {
  const moved = actor.movedTo === undefined ? '' : `; moved to ${showable(actor.movedTo)}`;
  const announces = actor.announces.length === 0 ? '' : `; announces ${actor.announces.join(', ')}`;
  const was = actor.alsoKnownAs === undefined ? '' : `; was ${actor.alsoKnownAs.map(showable).join(', ')}`;
  const former = actor.formerHandles === undefined ? '' : `; found as ${actor.formerHandles.join(', ')} too`;
  return `${actor.handle}: ${actor.page}; ${showAmount(actor.followers, 'follower')}${former}${announces}${was}${moved}\n`;
};

const print = (context: CommandContext, json: boolean | undefined, value: unknown, text: string): Promise<void> =>
  context.terminal.print(json === true ? jsonText(value) : text);

const on: Action = async (context, given) => {
  const { values, words } = readArguments('actor', given, onOptions, ['place']);
  const actor = await withNode(context, dataFolderOf(values.data, context.environment), (node) =>
    node.switchActorOn({
      place: words[0] ?? '',
      ...(values.name === undefined ? {} : { name: values.name }),
      ...(values.announce === undefined ? {} : { announces: readAnnouncements(values.announce) }),
      ...(values.was === undefined ? {} : { was: values.was }),
    }),
  );
  await print(context, values.json, actor, `${actorText(actor)}People follow it as ${actor.handle}\n`);
  return exitCode.done;
};

const off: Action = async (context, given) => {
  const { values, words } = readArguments('actor', given, listOptions, ['place']);
  const actor = await withNode(context, dataFolderOf(values.data, context.environment), (node) =>
    node.switchActorOff({ place: words[0] ?? '' }),
  );
  await print(
    context,
    values.json,
    actor,
    `${actor.handle} is gone. ${actor.followers === 0 ? 'Nobody followed it.' : `Its ${showAmount(actor.followers, 'follower')} ${actor.followers === 1 ? 'is' : 'are'} told, and will not come back by themselves.`}\n`,
  );
  return exitCode.done;
};

const list: Action = async (context, given) => {
  const { values } = readArguments('actor', given, listOptions);
  const actors = await withNode(context, dataFolderOf(values.data, context.environment), (node) => node.listActors());
  await print(context, values.json, actors, actors.map(actorText).join(''));
  return exitCode.done;
};

const actions: Readonly<Record<string, Action>> = { on, off, list };

export const actor: Command = {
  name: 'actor',
  summary: 'let people follow places from Mastodon and the rest of the Fediverse',
  usage: 'on|off|list [<place>] [options] [--data <folder>]',
  about:
    'The node has an actor of its own, which other nodes follow. `on` gives a place one too, with a handle such as @fietsenmakerij-de-ketting@winkels.waterveen.example, or changes it; ' +
    'a place is named by its key, the address of its page, or its name. `off` takes it away for good: its followers are told, and their servers forget it.',
  options: { ...listOptions, ...onOptions },
  optionHelp: {
    ...dataOptionHelp,
    json: 'answer as JSON',
    name: 'on: what stands before the host in its handle (default: made of its name); it is found by the old one too',
    announce:
      'on: what it posts by itself when that is new: nothing, or some of events,promotions,products (default: events,promotions)',
    was: 'on: the actor that the place had at its old node, by address or handle; its followers can then move along',
  },
  examples: [
    'openstraat actor on fietsenmakerij-de-ketting',
    'openstraat actor on "Fietsenmakerij De Ketting" --name de-ketting --announce events,promotions,products',
    'openstraat actor on fietsenmakerij-de-ketting --was @fietsenmakerij-de-ketting@winkels.elders.example',
    'openstraat actor list',
    'openstraat actor off fietsenmakerij-de-ketting',
  ],
  run: runAction('actor', actions),
};
