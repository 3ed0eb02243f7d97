import type { MoveListing, MoveOutcome } from '../control/commands.ts';
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
import { jsonText, showable, showAmount, showCount } from './terminal.ts';
import { withNode } from './with-node.ts';

const listOptions = { ...dataOption, json: { type: 'boolean' } } as const;
const toOptions = { ...listOptions, to: { type: 'string' } } as const;
const placeOptions = { ...toOptions, 'same-keys': { type: 'boolean' }, actor: { type: 'string' } } as const;
const nodeOptions = { ...toOptions, 'allow-shrink': { type: 'boolean' } } as const;
const fromOptions = { ...listOptions, forget: { type: 'boolean' } } as const;

const print = (context: CommandContext, json: boolean | undefined, value: unknown, text: string): Promise<void> =>
  context.terminal.print(json === true ? jsonText(value) : text);

const toldText = ({ actors, followers }: MoveOutcome): string =>
  actors === 0
    ? ''
    : `${showAmount(actors, 'actor')} ${actors === 1 ? 'has' : 'have'} moved along; ${showAmount(followers, 'follower')} ${followers === 1 ? 'is' : 'are'} told.\n`;

const outcomeText = (moved: MoveOutcome, leadsOn: string): string => {
  const { from, to, things } = moved;
  const went = things === 0 ? '' : ` ${showAmount(things, 'thing')} ${things === 1 ? 'is' : 'are'} gone from here.`;
  return `${from} lives on at ${to}.${went} ${leadsOn}\n${toldText(moved)}Let this node run on for a year or more: links, followers and readers find the way through it.\n`;
};

const listText = ({ movedTo, places, formerly, actors }: MoveListing): string => {
  const lines = [
    ...(movedTo === undefined ? [] : [`This node has moved to ${showable(movedTo)}.`]),
    ...places.map(
      ({ from, to, things }) =>
        `${from} has moved to ${showable(to)}: ${things === 1 ? '1 address here leads' : `${showCount(things)} addresses here lead`} there.`,
    ),
    ...formerly.map((origin) => `This node was ${showable(origin)} before.`),
    ...actors.map((actor) => `${actor.handle} was ${actor.formerly.map(showable).join(', ')} before.`),
  ];
  return lines.length === 0 ? 'Nothing has moved.\n' : `${lines.join('\n')}\n`;
};

/** @throws {Fault} `usage` */
const readTarget = (to: string | undefined, example: string): string => {
  if (to === undefined || to === '') throw usageFault('move', `Say where it lives on: --to ${example}`);
  return to;
};

const place: Action = async (context, given) => {
  const { values, words } = readArguments('move place', given, placeOptions, ['place']);
  const to = readTarget(values.to, 'https://winkels.elders.example/places/fietsenmakerij-de-ketting');
  const sameKeys = values['same-keys'] === true;
  const moved = await withNode(context, dataFolderOf(values.data, context.environment), (node) =>
    node.movePlace({
      place: words[0] ?? '',
      to,
      sameKeys,
      ...(values.actor === undefined ? {} : { actor: values.actor }),
    }),
  );
  const leadsOn = sameKeys
    ? 'Its address leads there, and so do those of what stood at it.'
    : 'Its address leads there; those of what stood at it lead nowhere (--same-keys says that they have the same paths there).';
  await print(context, values.json, moved, outcomeText(moved, leadsOn));
  return exitCode.done;
};

const node: Action = async (context, given) => {
  const { values } = readArguments('move node', given, nodeOptions);
  const to = readTarget(values.to, 'https://winkels.elders.example');
  const moved = await withNode(context, dataFolderOf(values.data, context.environment), (running) =>
    running.moveNode({ to, allowShrink: values['allow-shrink'] === true }),
  );
  await print(context, values.json, moved, outcomeText(moved, 'Every address here leads there.'));
  return exitCode.done;
};

const from: Action = async (context, given) => {
  const { values, words } = readArguments('move from', given, fromOptions, ['old origin']);
  const old = words[0] ?? '';
  const moves = await withNode(context, dataFolderOf(values.data, context.environment), (running) =>
    running.sayFormerly({ from: old, forget: values.forget === true }),
  );
  const next = values.forget === true ? '' : 'Now, at the old node: openstraat move node --to <origin of this one>\n';
  await print(context, values.json, moves, listText(moves) + next);
  return exitCode.done;
};

const undo: Action = async (context, given) => {
  const { values, words } = readArguments('move undo', given, listOptions, [], ['place']);
  const [came] = words;
  const moves = await withNode(context, dataFolderOf(values.data, context.environment), (running) =>
    running.undoMove(came === undefined ? {} : { place: came }),
  );
  const next =
    'It counts as here again. Import its sources now, and its things come back; followers who have moved along do not come back by themselves.\n';
  await print(context, values.json, moves, next);
  return exitCode.done;
};

const list: Action = async (context, given) => {
  const { values } = readArguments('move list', given, listOptions);
  const moves = await withNode(context, dataFolderOf(values.data, context.environment), (running) =>
    running.listMoves(),
  );
  await print(context, values.json, moves, listText(moves));
  return exitCode.done;
};

const actions: Readonly<Record<string, Action>> = { place, node, from, undo, list };

export const move: Command = {
  name: 'move',
  summary: 'let a place live on at another node, or this node under another address',
  usage: 'place|node|from|undo|list [<place or origin>] [options] [--data <folder>]',
  about:
    '`place` hands a place over: its page and what stands at it lead to its new address, its actor says where it went, and its followers are told. ' +
    'First import it at the new node; where it has an actor here, say there: openstraat actor on <place> --was <its old handle>.\n\n' +
    '`node` does the same with everything. First make the new node from a backup of this one (restore --origin <new> --change-origin), start it, and say there: openstraat move from <old origin>. ' +
    'Pages and searches here then lead to the same path there, nodes that follow go along, and nothing is imported here any more. Let the old node run on for a year or more.\n\n' +
    'Nothing goes before both ends link to each other. A move that was stopped goes on when it is said again. `undo` takes it back: things come with the next import.\n\n' +
    'Ends with 0 when it moved, with 1 when something is missing (it says what, and at which end), and with 3 when the new node has much less than this one.',
  options: { ...placeOptions, ...nodeOptions, ...fromOptions },
  optionHelp: {
    ...dataOptionHelp,
    json: 'answer as JSON',
    to: 'place, node: the address at which it lives on',
    'same-keys': 'place: what stands at it has the same path at the new node, so its addresses lead on too',
    actor: 'place: its actor at the new node, by address or handle (default: the one that is found by its new address)',
    'allow-shrink': 'node: move although the new node has much less',
    forget: 'from: no longer say so',
  },
  examples: [
    'openstraat move place fietsenmakerij-de-ketting --to https://winkels.elders.example/places/fietsenmakerij-de-ketting --same-keys',
    'openstraat move from https://winkels.waterveen.example',
    'openstraat move node --to https://waterveen.winkels.example',
    'openstraat move list',
    'openstraat move undo fietsenmakerij-de-ketting',
  ],
  run: runAction('move', actions),
};
