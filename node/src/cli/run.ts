import { inspect } from 'node:util';
import { Fault } from '../model/fault.ts';
import { actor } from './actor.ts';
import { backup } from './backup.ts';
import { block } from './block.ts';
import { blocks } from './blocks.ts';
import type { Command, CommandContext } from './command.ts';
import { exitCode, exitCodeOf } from './exit-code.ts';
import { exportCommand } from './export.ts';
import { follow } from './follow.ts';
import { followers } from './followers.ts';
import { following } from './following.ts';
import { commandHelp, generalHelp } from './help.ts';
import { importCommand } from './import.ts';
import { init } from './init.ts';
import { keys } from './keys.ts';
import { move } from './move.ts';
import { post } from './post.ts';
import { posts } from './posts.ts';
import { replies } from './replies.ts';
import { restore } from './restore.ts';
import { source } from './source.ts';
import { start } from './start.ts';
import { stats } from './stats.ts';
import type { Terminal } from './terminal.ts';
import { verify } from './verify.ts';
import { unblock } from './unblock.ts';
import { unfollow } from './unfollow.ts';
import { readVersion } from './version.ts';

/** Every command, in the order in which a person meets them. */
export const commands: readonly Command[] = [
  init,
  start,
  importCommand,
  source,
  follow,
  unfollow,
  following,
  followers,
  block,
  unblock,
  blocks,
  actor,
  post,
  posts,
  replies,
  exportCommand,
  backup,
  restore,
  move,
  keys,
  verify,
  stats,
];

const asksHelp = (given: readonly string[]): boolean => {
  const end = given.indexOf('--');
  return (end === -1 ? given : given.slice(0, end)).some((word) => word === '--help' || word === '-h');
};

const commandOf = (name: string): Command => {
  const command = commands.find((one) => one.name === name);
  if (command !== undefined) return command;
  throw new Fault('usage', `There is no command "${name}". Known are: ${commands.map((one) => one.name).join(', ')}.`);
};

/** Makes the rest of the context, once it is known which command runs. @throws {Fault} `settings-invalid` */
export type MakeContext = (command: Command) => Omit<CommandContext, 'arguments' | 'terminal'>;

/** What went wrong, first things first: an error that comes up while cleaning up after another stands in front of it. */
const errorsIn = (thrown: unknown): readonly unknown[] =>
  thrown instanceof SuppressedError ? [...errorsIn(thrown.suppressed), ...errorsIn(thrown.error)] : [thrown];

/** Says what went wrong: a fault in its own words, anything else as the bug that it is. */
const tellErrors = (terminal: Terminal, errors: readonly unknown[]): void => {
  const [first] = errors;
  if (first instanceof Fault) return terminal.tell(first.message);
  terminal.tell('This is a mistake in Openstraat itself. Please report it, with these lines:');
  for (const error of errors) terminal.tell(inspect(error));
};

/** Runs a command line. Never throws. @returns the exit code */
export const run = async (given: readonly string[], terminal: Terminal, makeContext: MakeContext): Promise<number> => {
  try {
    const [name, ...others] = given;
    if (name === undefined) {
      terminal.tell(generalHelp(commands));
      return exitCode.usage;
    }
    if (name === 'version' || name === '--version' || name === '-v') {
      await terminal.print(`${await readVersion()}\n`);
      return exitCode.done;
    }
    const isHelp = name === 'help' || name === '--help' || name === '-h';
    const helped = isHelp ? others.find((word) => !asksHelp([word])) : asksHelp(others) ? name : undefined;
    if (isHelp || helped !== undefined) {
      await terminal.print(helped === undefined ? generalHelp(commands) : commandHelp(commandOf(helped)));
      return exitCode.done;
    }
    const command = commandOf(name);
    return await command.run({ ...makeContext(command), arguments: others, terminal });
  } catch (thrown) {
    const errors = errorsIn(thrown);
    tellErrors(terminal, errors);
    return exitCodeOf(errors[0]);
  }
};
