import type { LevelDatabase } from '../../log/level-database.ts';
import { Turns } from '../../log/turns.ts';
import type { Clock } from '../../model/clock.ts';
import type { Fault } from '../../model/fault.ts';
import { type QueueLimits, queueLimits, storeLimits } from '../limits.ts';
import { checkStoreFiles } from './check-store-files.ts';
import { LevelKvStore } from './level-kv-store.ts';
import { LevelMessageQueue } from './level-message-queue.ts';
import type { HostOf } from './message-supply.ts';
import { privateStoreFolder } from './private-store-folder.ts';
import type { QueueParts } from './queue-parts.ts';
import { type ParkedMessage, QueueTables } from './queue-tables.ts';
import { StoreDatabase, storeDatabase } from './store-database.ts';
import { withStoreFaults } from './store-fault.ts';
import type { QueueName } from './tables.ts';

/** What opens the state of federation. */
export interface FederationStoreOptions {
  readonly clock: Clock;
  /** What the queues keep to, where it is not the usual. */
  readonly limits?: Partial<QueueLimits> | undefined;
  /** Where a message of a queue comes from, or goes to: one host never has all handlers. Without it nobody's share is limited. */
  readonly hostOf?: HostOf | undefined;
  /** The database takes no more writes, or a queue stands still, until the node is started again. */
  readonly onFault?: ((fault: Fault) => void) | undefined;
  /** A message was put aside; `said` is what its last attempt said. */
  readonly onParked?: ((parked: ParkedMessage, said: string) => void) | undefined;
  /** Makes the database, not yet open: tests pass one that fails. */
  readonly database?: ((folder: string) => LevelDatabase) | undefined;
}

/** The state of federation: one database, in a folder of its own. */
export interface FederationStore extends AsyncDisposable {
  /** For Fedify: caches, and marks of what was done. */
  readonly kv: LevelKvStore;
  /** For Fedify, named as it names them. */
  readonly queues: Readonly<Record<QueueName, LevelMessageQueue>>;
  /** For followers, what is followed, posts and blocks. */
  readonly tables: StoreDatabase;
  /** Looks at the clock again at once: tests call it when they have turned it. */
  readonly wake: () => void;
}

const nothing = (): void => undefined;

/**
 * Opens the state of federation in a folder, or starts one there.
 * @throws {Fault} `settings-invalid` when others can read the folder, `data-folder-busy`, `store-corrupt`, `disk-full`, `file-unreadable`
 */
export const openFederationStore = (folder: string, options: FederationStoreOptions): Promise<FederationStore> =>
  withStoreFaults(folder, async () => {
    await privateStoreFolder(folder);
    await checkStoreFiles(folder);
    const level = (options.database ?? storeDatabase)(folder);
    await level.open();
    const tables = new StoreDatabase(level, options.onFault ?? nothing);
    try {
      return await openTables(tables, options);
    } catch (error) {
      await tables.close();
      throw error;
    }
  });

const openTables = async (tables: StoreDatabase, options: FederationStoreOptions): Promise<FederationStore> => {
  const { clock, onFault = nothing, onParked = nothing } = options;
  const parts: Omit<QueueParts, 'tables'> = {
    database: tables,
    clock,
    limits: { ...queueLimits, ...options.limits },
    hostOf: options.hostOf ?? (() => undefined),
    alone: new Turns(),
    onParked,
    onFault,
  };
  const openQueue = (name: QueueName) => LevelMessageQueue.open({ ...parts, tables: new QueueTables(name, tables) });
  const queues = {
    inbox: await openQueue('inbox'),
    outbox: await openQueue('outbox'),
    fanout: await openQueue('fanout'),
  };
  const kv = new LevelKvStore(tables, clock);
  // A sweep that fails means a database that takes no more, which reports itself.
  const sweep = setInterval(() => void kv.sweep().catch(nothing), storeLimits.sweepIntervalMs).unref();
  return {
    kv,
    queues,
    tables,
    wake: () => Object.values(queues).forEach((queue) => queue.wake()),
    async [Symbol.asyncDispose]() {
      clearInterval(sweep);
      await Promise.all(Object.values(queues).map((queue) => queue.close()));
      await tables.close();
    },
  };
};
