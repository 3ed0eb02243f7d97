import type { KeyListing } from '../control/commands.ts';
import {
  type Action,
  type Command,
  type CommandContext,
  dataFolderOf,
  dataOption,
  dataOptionHelp,
  readArguments,
  runAction,
  readChoice,
  usageFault,
} from './command.ts';
import { exitCode } from './exit-code.ts';
import { readRecoveryFile } from './read-recovery-file.ts';
import { withNode } from './with-node.ts';
import { jsonText } from './terminal.ts';

const listOptions = { ...dataOption, json: { type: 'boolean' } } as const;
const rotateOptions = {
  ...listOptions,
  only: { type: 'string' },
  overlap: { type: 'string' },
  'recovery-file': { type: 'string' },
} as const;

const overlapDaysDefault = 7;
const overlapDaysMax = 3_650;

const states = { signs: 'signs', valid: 'counts', revoked: 'no longer counts' } as const;

const keyText = ({ owner, id, algorithm, state, validFrom, revoked }: KeyListing): string =>
  `${owner}: ${id} (${algorithm}) ${states[state]}; since ${validFrom}${revoked === undefined ? '' : `, until ${revoked}`}\n`;

const print = (context: CommandContext, json: boolean | undefined, keys: readonly KeyListing[]): Promise<void> =>
  context.terminal.print(json === true ? jsonText(keys) : keys.map(keyText).join(''));

const list: Action = async (context, given) => {
  const { values } = readArguments('keys', given, listOptions);
  const keys = await withNode(context, dataFolderOf(values.data, context.environment), (node) => node.listKeys());
  await print(context, values.json, keys);
  return exitCode.done;
};

/** @throws {Fault} `usage` */
const readDays = (text: string | undefined): number => {
  if (text === undefined) return overlapDaysDefault;
  const days = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (days <= overlapDaysMax) return days;
  throw usageFault('keys', `--overlap is "${text}": write a number of days, at most ${overlapDaysMax}.`);
};

const rotate: Action = async (context, given) => {
  const { values } = readArguments('keys', given, rotateOptions);
  const only = readChoice('keys', 'only', values.only, ['feed', 'actors']);
  const overlapDays = readDays(values.overlap);
  const recoveryFile = values['recovery-file'];
  if (recoveryFile !== undefined && only === 'actors')
    throw usageFault('keys', 'The recovery key signs a new key of the feed: leave out --only actors.');
  const recoverySecret = recoveryFile === undefined ? undefined : await readRecoveryFile(recoveryFile);
  const keys = await withNode(context, dataFolderOf(values.data, context.environment), (node) =>
    node.rotateKeys({
      which: only ?? 'all',
      overlapDays,
      ...(recoverySecret === undefined ? {} : { recoverySecret }),
    }),
  );
  await print(context, values.json, keys);
  return exitCode.done;
};

const actions: Readonly<Record<string, Action>> = { list, rotate };

export const keys: Command = {
  name: 'keys',
  summary: 'list the keys of the node and its actors, or renew them',
  usage: 'list|rotate [options] [--data <folder>]',
  about:
    'One key signs the checkpoints of the feed; each actor has two, for its messages and for its documents. ' +
    '`rotate` makes new ones and uses them at once. The new key of the feed is signed by the old one, which stays in the description and counts for some days more, so that readers lose nothing. ' +
    'Those of actors get new addresses, so that other servers fetch them; followers are told, and messages that still wait are signed anew. The old ones stay readable for as long, at most 20 of an actor, so that what they signed can still be checked. ' +
    'A key that was stolen is replaced with the recovery key, from where it is kept: then no old one counts any longer where that is heard: a server that has read an old key of an actor may believe it for some time, until the actor writes to it anew.',
  options: { ...listOptions, ...rotateOptions },
  optionHelp: {
    ...dataOptionHelp,
    json: 'answer as JSON',
    only: 'rotate: renew the key of the feed alone, or those of actors (feed, actors)',
    overlap: `rotate: how many days the old keys still count (default: ${overlapDaysDefault}; with 0 they end at once)`,
    'recovery-file':
      'rotate: file with the secret of the recovery key, which then signs; the old keys stop to count where that is heard',
  },
  examples: [
    'openstraat keys list',
    'openstraat keys rotate',
    'openstraat keys rotate --only feed --overlap 30',
    'openstraat keys rotate --recovery-file /media/stick/recovery.txt',
  ],
  run: runAction('keys', actions),
};
