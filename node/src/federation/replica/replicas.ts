import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChangeLogReader } from '../../log/change-log.ts';
import { Fault } from '../../model/fault.ts';
import type { ReplicaWriter } from '../../model/replica.ts';
import { KeyTurns } from '../store/key-turns.ts';
import { folderBytes } from './folder-bytes.ts';
import { originOfFolder, replicaFolder } from './replica-folder.ts';

/** An open replica: what a peer's feed has brought. */
export interface Replica {
  /** Origin of the peer. */
  readonly peer: string;
  readonly log: ChangeLogReader;
  readonly writer: ReplicaWriter;
  /** What it takes on disk now. */
  bytesOnDisk(): Promise<number>;
}

/** The replicas of all peers. */
export interface Replicas extends AsyncDisposable {
  /**
   * Opens the replica of a peer, or starts one.
   * @throws {Fault} `bad-request` for what is no origin, `data-folder-busy`, `disk-full`, `file-unreadable`
   */
  open(peer: string): Promise<Replica>;
  /** Those that are open, in order of their peers. */
  list(): readonly Replica[];
  /** Peers that have a folder, open or not. */
  stored(): Promise<readonly string[]>;
  /** Closes the replica of a peer; it can be opened again. */
  close(peer: string): Promise<void>;
  /** Closes the replica of a peer and deletes all that it holds. */
  remove(peer: string): Promise<void>;
}

type OpenLog = (
  folder: string,
  origin: string,
) => Promise<{ readonly log: ChangeLogReader & AsyncDisposable; readonly writer: ReplicaWriter }>;

interface OpenReplica extends Replica {
  close(): Promise<void>;
}

/** What is being deleted: no origin gives such a name, so a deletion that was cut off can be ended later. */
const goneStart = '~gone.';

const nameOf = (peer: string): string => {
  const name = replicaFolder(peer);
  if (name === undefined)
    throw new Fault('bad-request', `${peer} is no origin such as https://winkels.example that can be followed.`);
  return name;
};

/**
 * Opens the folder of all replicas.
 * @param openLog opens one of them; only the rooms that write logs can
 * @param onDamaged told when a replica could not be read and was thrown away: its peer has it all
 */
export const openReplicas = async (
  folder: string,
  openLog: OpenLog,
  onDamaged: (peer: string, fault: Fault) => void,
): Promise<Replicas> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const open = new Map<string, Promise<OpenReplica>>();
  const list = new Map<string, Replica>();
  // A folder that is being closed or erased can't be opened, and one that is opened must not be erased.
  const turns = new KeyTurns();

  const erase = async (name: string): Promise<void> => {
    const gone = join(folder, `${goneStart}${name}`);
    await rm(gone, { recursive: true, force: true });
    try {
      await rename(join(folder, name), gone);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
      throw error;
    }
    await rm(gone, { recursive: true, force: true, maxRetries: 3 });
  };

  const openWhole: OpenLog = async (path, peer) => {
    try {
      return await openLog(path, peer);
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== 'log-corrupt') throw error;
      onDamaged(peer, error);
      await erase(nameOf(peer));
      return openLog(path, peer);
    }
  };

  const openOne = async (peer: string): Promise<OpenReplica> => {
    const path = join(folder, nameOf(peer));
    const { log, writer } = await openWhole(path, peer);
    const replica: Replica = { peer, log, writer, bytesOnDisk: () => folderBytes(path) };
    list.set(peer, replica);
    return {
      ...replica,
      async close() {
        await log[Symbol.asyncDispose]();
      },
    };
  };

  const close = (peer: string): Promise<void> => {
    const opening = open.get(peer);
    open.delete(peer);
    return turns.take(peer, async () => {
      const replica = await opening;
      list.delete(peer);
      await replica?.close();
    });
  };

  for (const name of await readdir(folder))
    if (name.startsWith(goneStart)) await rm(join(folder, name), { recursive: true, force: true });

  return {
    open(peer) {
      const known = open.get(peer);
      if (known !== undefined) return known;
      const opening = turns.take(peer, () => openOne(peer));
      open.set(peer, opening);
      // One that failed may be tried again.
      opening.catch(() => {
        if (open.get(peer) === opening) open.delete(peer);
      });
      return opening;
    },
    list: () => [...list.values()].toSorted((one, other) => (one.peer < other.peer ? -1 : 1)),
    async stored() {
      return (await readdir(folder)).flatMap((name) => originOfFolder(name) ?? []).toSorted();
    },
    close,
    async remove(peer) {
      const name = nameOf(peer);
      const closing = close(peer);
      await turns.take(peer, () => closing.then(() => erase(name)));
    },
    async [Symbol.asyncDispose]() {
      for (const peer of open.keys()) await close(peer);
    },
  };
};
