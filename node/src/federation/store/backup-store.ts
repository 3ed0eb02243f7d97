import { copyPrivateFolder } from '../../config/private-file.ts';
import { checkStoreFiles } from './check-store-files.ts';
import { privateStoreFolder } from './private-store-folder.ts';
import { type StoreDatabase, storeDatabase } from './store-database.ts';
import { withStoreFaults } from './store-fault.ts';
import { tableNames } from './tables.ts';

/**
 * What a backup holds. Messages stay behind: those on their way then were delivered long ago when it is put back,
 * and must not be sent again. So do caches.
 */
export const backedUpTables = tableNames.filter(
  (name) => !/^(?:value|expiry)$|-(?:ready|delayed|started|parked)$/.test(name),
);

/**
 * Copies the tables that last, as they are at one instant, into a new folder, while the store is in use.
 * @throws {Fault} `disk-full` and others
 */
export const backupStore = (tables: StoreDatabase, folder: string): Promise<void> =>
  withStoreFaults(folder, async () => {
    await privateStoreFolder(folder);
    await using copy = storeDatabase(folder);
    await copy.open({ errorIfExists: true });
    for await (const pairs of tables.copy(backedUpTables))
      await copy.batch(
        pairs.map(([key, value]) => ({ type: 'put' as const, key, value })),
        { sync: true },
      );
  });

/**
 * Puts a copy where a store should be; a backup of a time before federation has none.
 * @throws {Fault} `store-corrupt` when it can't be read, `disk-full`
 */
export const restoreStore = (from: string, folder: string): Promise<void> =>
  withStoreFaults(folder, async () => {
    await copyPrivateFolder(from, folder);
    await privateStoreFolder(folder);
    await checkStoreFiles(folder);
    await using level = storeDatabase(folder);
    await level.open();
  });
