import { pino } from 'pino';
import { openNode } from '../../src/app.ts';
import { writeKeys } from '../../src/config/keys-file.ts';
import { dataFolder } from '../../src/config/data-folder.ts';
import { makePrivateFolder } from '../../src/config/private-file.ts';
import { writeSettings } from '../../src/config/settings-file.ts';
import { type NodeKeys, type NodeSettings, nodeSettingsSchema } from '../../src/config/settings.ts';
import { connectToNode } from '../../src/control/client.ts';
import type { NodeCommands } from '../../src/control/commands.ts';
import { RunningNode } from '../support/running-node.ts';

/** Where and as what a member of the network runs. */
interface MemberAddress {
  readonly folder: string;
  readonly name: string;
  readonly origin: string;
  /** Where it listens, behind its origin. */
  readonly port: number;
  readonly keys: NodeKeys;
}

/** A node that runs: what can be asked of it, and how it ends. */
export interface Run {
  readonly commands: NodeCommands;
  /** Ends it as abruptly as its kind can be ended. */
  kill(): Promise<void>;
}

/** Starts a node, new or not. */
export type StartMember = (address: MemberAddress) => Promise<Run>;

const settingsOf = ({ name, origin }: MemberAddress): NodeSettings =>
  nodeSettingsSchema.parse({
    version: 1,
    name,
    area: name,
    operator: { name, contact: 'a@b.example' },
    license: 'https://creativecommons.org/publicdomain/zero/1.0/',
    origin,
    allowPrivateAddress: true,
    // Lost notices are made up for within the run.
    pollMinutes: 0.02,
    searchesPerMinute: 0,
  });

/** A node in this process: killed, it is in the middle of what it does, but closes its files. */
export const startHere: StartMember = async (address) => {
  const node = await openNode({
    dataFolder: address.folder,
    settings: settingsOf(address),
    keys: address.keys,
    onOriginChange: 'refuse',
    logger: pino({ level: 'silent' }),
  });
  await node.listen({ host: '127.0.0.1', port: address.port });
  return { commands: node, kill: async () => node[Symbol.asyncDispose]() };
};

/** A node in a process of its own, which is killed by SIGKILL. */
export const startApart: StartMember = async (address) => {
  const folder = dataFolder(address.folder);
  await makePrivateFolder(folder.path);
  await writeKeys(folder, address.keys);
  await writeSettings(folder, settingsOf(address));
  const node = await RunningNode.start(['--port', String(address.port), '--data', address.folder], {
    environment: { OPENSTRAAT_LOG_LEVEL: 'silent' },
  });
  const commands = await connectToNode(folder.socket);
  if (commands === undefined) throw new Error(`${address.name} takes no commands`);
  return {
    commands,
    async kill() {
      await node.stop('SIGKILL');
    },
  };
};
