import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import type { Logger } from 'pino';
import { type DataFolder, dataFolder } from '../config/data-folder.ts';
import type { Environment, LogLevel } from '../config/environment.ts';
import type { OpenNodeFunction } from '../control/commands.ts';
import type { Clock } from '../model/clock.ts';
import { Fault } from '../model/fault.ts';
import type { Terminal } from './terminal.ts';

/** What a command gets. */
export interface CommandContext {
  /** What stands behind its name. */
  readonly arguments: readonly string[];
  readonly environment: Environment;
  readonly terminal: Terminal;
  readonly clock: Clock;
  /** Aborts on SIGINT and SIGTERM, for a command that is stoppable. */
  readonly signal: AbortSignal;
  readonly openNode: OpenNodeFunction;
  /** The log of the node's work; `level` counts unless the environment names another. */
  readonly makeLogger: (level: LogLevel) => Logger;
}

/** Something that `openstraat` does. */
export interface Command {
  readonly name: string;
  /** For the list of commands. */
  readonly summary: string;
  /** What it is called with, behind its name. */
  readonly usage: string;
  /** More about it: what it does, and how it ends. */
  readonly about: string;
  /** What each option means; each stands in `options` too. */
  readonly optionHelp: Readonly<Record<string, string>>;
  readonly options: ParseArgsOptionsConfig;
  readonly examples: readonly string[];
  /** It watches the signal, and stops by itself; others end at once when they get one. */
  readonly stoppable?: true;
  /** @returns the exit code */
  readonly run: (context: CommandContext) => Promise<number>;
}

/** The option that every command which touches a node has. */
export const dataOption = { data: { type: 'string' } } as const satisfies ParseArgsOptionsConfig;
export const dataOptionHelp = { data: 'data folder of the node (default: ./data)' } as const;

/** A mistake in how a command was called. */
export const usageFault = (command: string, message: string): Fault =>
  new Fault('usage', `${message}\nSee: openstraat ${command} --help`);

/**
 * Reads a command's options and the words beside them.
 * @param words names of the words that must be there
 * @param optional names of those that may follow them
 * @throws {Fault} `usage`
 */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- the values' type is made from the options
export const readArguments = <const O extends ParseArgsOptionsConfig>(
  command: string,
  given: readonly string[],
  options: O,
  words: readonly string[] = [],
  optional: readonly string[] = [],
) => {
  let parsed;
  try {
    parsed = parseArgs({ args: [...given], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw usageFault(command, error instanceof Error ? error.message : String(error));
  }
  const missing = words.slice(parsed.positionals.length);
  if (missing.length > 0)
    throw usageFault(command, `Say which: openstraat ${command} ${words.map((word) => `<${word}>`).join(' ')}`);
  const surplus = parsed.positionals[words.length + optional.length];
  if (surplus !== undefined) throw usageFault(command, `"${surplus}" is one word too many.`);
  return { values: parsed.values, words: parsed.positionals };
};

/** One of several things that a command does; gets what stands behind the word that chose it. */
export type Action = (context: CommandContext, given: readonly string[]) => Promise<number>;

/** Runs the action that the first word names. @throws {Fault} `usage` when there is none of that name */
export const runAction =
  (command: string, actions: Readonly<Record<string, Action>>): Command['run'] =>
  async (context) => {
    const [name = '', ...given] = context.arguments;
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (action === undefined) throw usageFault(command, `Say what to do: one of ${Object.keys(actions).join(', ')}.`);
    return action(context, given);
  };

/** The data folder: `--data`, else `OPENSTRAAT_DATA`, else `./data`. */
export const dataFolderOf = (flag: string | undefined, environment: Environment): DataFolder =>
  dataFolder(flag ?? environment.dataFolder ?? 'data');

/** Reads a flag that takes one of a few words. @throws {Fault} `usage` */
export const readChoice = <const T extends string>(
  command: string,
  flag: string,
  given: string | undefined,
  choices: readonly T[],
): T | undefined => {
  const choice = choices.find((one) => one === given);
  if (given !== undefined && choice === undefined)
    throw usageFault(command, `--${flag} is "${given}": write one of ${choices.join(', ')}.`);
  return choice;
};
