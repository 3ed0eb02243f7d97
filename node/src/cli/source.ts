import { readSettings } from '../config/settings-file.ts';
import type { SourceListing } from '../control/commands.ts';
import { Fault } from '../model/fault.ts';
import {
  type Action,
  type Command,
  dataFolderOf,
  dataOption,
  dataOptionHelp,
  readArguments,
  runAction,
} from './command.ts';
import { exitCode } from './exit-code.ts';
import { cliLimits } from './limits.ts';
import { sourceOptionHelp, sourceOptions, sourceSettingsOf } from './source-options.ts';
import { jsonText, showable, showCount } from './terminal.ts';
import { withNode } from './with-node.ts';

const listOptions = { ...dataOption, json: { type: 'boolean' } } as const;
const addOptions = { ...dataOption, ...sourceOptions } as const;
const removeOptions = { ...dataOption, 'allow-shrink': { type: 'boolean' } } as const;

/** The source of this name. @throws {Fault} `source-unknown` */
export const findSource = (sources: readonly SourceListing[], name: string): SourceListing => {
  const found = sources.find(({ settings }) => settings.name === name);
  if (found !== undefined) return found;
  const names = sources.map(({ settings }) => settings.name);
  const known = [...names.slice(0, cliLimits.namesShown), ...(names.length > cliLimits.namesShown ? ['…'] : [])].join(
    ', ',
  );
  throw new Fault(
    'source-unknown',
    `There is no source "${name}". ${known === '' ? 'There are none yet' : `Known are: ${known}`}. Describe a new one in this call: --attribution "whom to name", and --place <key> if the file is about one shop.`,
  );
};

const whereText = ({ settings: { place, stores } }: SourceListing): string => {
  if (place !== undefined) return `place ${place}`;
  if (stores !== undefined) return `${showCount(Object.keys(stores).length)} stores`;
  return 'places of its own';
};

const list: Action = async (context, given) => {
  const { values } = readArguments('source', given, listOptions);
  const sources = await withNode(context, dataFolderOf(values.data, context.environment), (node) => node.listSources());
  const lines = sources.map(
    (source) =>
      `${source.settings.name}: ${showable(source.settings.title)}; ${whereText(source)}; ` +
      `${source.lastDelivery === undefined ? 'nothing delivered yet' : `last delivery ${source.lastDelivery}`}\n`,
  );
  const text = lines.length === 0 ? 'There are no sources yet. Add one with: openstraat source add\n' : lines.join('');
  await context.terminal.print(values.json === true ? jsonText(sources) : text);
  return exitCode.done;
};

const show: Action = async (context, given) => {
  const { values, words } = readArguments('source', given, listOptions, ['name']);
  const sources = await withNode(context, dataFolderOf(values.data, context.environment), (node) => node.listSources());
  const { settings, lastDelivery } = findSource(sources, words[0] ?? '');
  const text = Object.entries({ ...settings, lastDelivery: lastDelivery ?? 'none' })
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? showable(value) : JSON.stringify(value)}\n`)
    .join('');
  const json = jsonText({ settings, lastDelivery });
  await context.terminal.print(values.json === true ? json : text);
  return exitCode.done;
};

const add: Action = async (context, given) => {
  const { values, words } = readArguments('source', given, addOptions, ['name']);
  const [name = ''] = words;
  const folder = dataFolderOf(values.data, context.environment);
  const { license } = await readSettings(folder, context.environment.settings);
  await withNode(context, folder, async (node) => {
    const source = (await node.listSources()).find(({ settings }) => settings.name === name)?.settings;
    await node.saveSource(await sourceSettingsOf('source', name, values, { source, license }));
  });
  await context.terminal.print(
    `Source ${name} is kept. Import a file of it with: openstraat import <file> --source ${name}\n`,
  );
  return exitCode.done;
};

const remove: Action = async (context, given) => {
  const { values, words } = readArguments('source', given, removeOptions, ['name']);
  const [name = ''] = words;
  const allowShrink = values['allow-shrink'] === true;
  const { removed } = await withNode(context, dataFolderOf(values.data, context.environment), (node) =>
    node.removeSource({ name, allowShrink }),
  );
  await context.terminal.print(`Source ${name} is gone, and ${showCount(removed)} things that only it brought.\n`);
  return exitCode.done;
};

const actions: Readonly<Record<string, Action>> = { add, list, show, remove };

export const source: Command = {
  name: 'source',
  summary: 'add, list, show or remove where statements come from',
  usage: 'add|list|show|remove [<name>] [options] [--data <folder>]',
  about:
    'A source is one delivery of one shop or shops: its name, its place or stores, its licence, and whom to name. `add` changes one that is there. ' +
    '`remove` also removes what only it brought, and asks for --allow-shrink when that is much.',
  options: { ...listOptions, ...addOptions, ...removeOptions },
  optionHelp: {
    ...dataOptionHelp,
    json: 'list, show: answer as JSON',
    ...Object.fromEntries(Object.entries(sourceOptionHelp).map(([flag, help]) => [flag, `add: ${help}`])),
    'allow-shrink': 'remove: go on when much would go',
  },
  examples: [
    'openstraat source add jansen-stock --title "Fietsen Jansen, stock" --place fietsen-jansen --attribution "Fietsen Jansen"',
    'openstraat source add keten --stores stores.csv --license CC0-1.0 --attribution "Keten B.V."',
    'openstraat source list',
    'openstraat source remove jansen-stock',
  ],
  run: runAction('source', actions),
};
