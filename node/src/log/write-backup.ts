import { mkdir, readdir } from 'node:fs/promises';
import { Fault } from '../model/fault.ts';
import { backupLogFolder, type BackupManifest, writeBackupManifest } from './backup-manifest.ts';
import { levelDatabase } from './level-database.ts';
import { withFaults } from './level-fault.ts';
import { syncFolder } from './sync-folder.ts';

const prepareFolder = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) {
    throw new Fault('backup-invalid', `${folder} is not empty, and a backup overwrites nothing. Name a new folder.`);
  }
};

/**
 * Writes the stored form of a log into a new folder.
 * @param chunks keys and values of one instant, in order of key
 * @throws {Fault} `backup-invalid` when the folder holds something, `disk-full`
 */
export const writeBackup = (
  folder: string,
  manifest: BackupManifest,
  chunks: AsyncIterable<[string, string][]>,
): Promise<void> =>
  withFaults(folder, async () => {
    await prepareFolder(folder);
    const logFolder = backupLogFolder(folder);
    await copyInto(logFolder, chunks);
    await syncFolder(logFolder);
    await writeBackupManifest(folder, manifest);
    await syncFolder(folder);
  });

const copyInto = async (logFolder: string, chunks: AsyncIterable<[string, string][]>): Promise<void> => {
  await using database = levelDatabase(logFolder);
  await database.open({ errorIfExists: true });
  for await (const chunk of chunks) {
    await database.batch(chunk.map(([key, value]) => ({ type: 'put', key, value })));
  }
};
