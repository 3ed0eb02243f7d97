import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { DataFolder } from '../config/data-folder.ts';
import { readKeys } from '../config/keys-file.ts';
import { readSettings } from '../config/settings-file.ts';
import { connectToNode } from '../control/client.ts';
import type { NodeCommands, OpenNode } from '../control/commands.ts';
import { Fault } from '../model/fault.ts';
import type { CommandContext } from './command.ts';
import { cliLimits } from './limits.ts';

/** Opens a data folder, unless somebody holds it. */
const open = async (context: CommandContext, folder: DataFolder): Promise<OpenNode | undefined> => {
  const settings = await readSettings(folder, context.environment.settings);
  const keys = await readKeys(folder);
  const logger = context.makeLogger('warn');
  try {
    return await context.openNode({ dataFolder: folder.path, settings, keys, onOriginChange: 'refuse', logger });
  } catch (error) {
    if (error instanceof Fault && error.code === 'data-folder-busy') return undefined;
    throw error;
  }
};

/**
 * Does something with the node of a data folder: with the one that runs, else by opening the folder here.
 * @param use its second argument says which: what is to go out to others waits for one that runs
 * @throws {Fault} `data-folder-busy` when somebody keeps the folder without taking commands; `not-initialised`, `settings-invalid`
 */
export const withNode = async <T>(
  context: CommandContext,
  folder: DataFolder,
  use: (node: NodeCommands, isRunning: boolean) => Promise<T>,
): Promise<T> => {
  for (let waitedMs = 0; ; waitedMs += cliLimits.busyPollMs) {
    const running = await connectToNode(folder.socket);
    if (running !== undefined) return use(running, true);
    {
      await using node = await open(context, folder);
      if (node !== undefined) {
        // Who holds the folder knows that this is the socket of a node that was killed.
        await rm(folder.socket, { force: true });
        return await use(node, false);
      }
    }
    if (waitedMs === 0) context.terminal.tell('Another process holds the data folder: waiting for it …');
    if (waitedMs >= cliLimits.busyWaitMs || context.signal.aborted)
      throw new Fault(
        'data-folder-busy',
        `Another process holds ${folder.path} and takes no commands: another openstraat command, or a node that hangs. ` +
          'Wait until it is done, or stop it.',
      );
    await wait(cliLimits.busyPollMs, undefined, { signal: context.signal }).catch(() => {});
  }
};
