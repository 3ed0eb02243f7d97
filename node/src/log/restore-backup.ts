import { cp, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { formatDigest } from '@openstraat/spec';
import { Fault } from '../model/fault.ts';
import { backupLogFolder, type BackupManifest, readBackupManifest } from './backup-manifest.ts';
import type { ChangeLog, LogHead } from './change-log.ts';
import { withFaults } from './level-fault.ts';
import { type LevelChangeLogOptions, openLevelChangeLog } from './open-level-change-log.ts';
import { syncFolder, syncNames } from './sync-folder.ts';

const holdsSomething = async (folder: string): Promise<boolean> => {
  try {
    return (await readdir(folder)).length > 0;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
};

const checkAgainst = async (log: ChangeLog, manifest: BackupManifest, backupFolder: string): Promise<void> => {
  const { epoch, position, live, digest } = log.head();
  const agrees =
    epoch === manifest.epoch &&
    position === manifest.position &&
    live === manifest.live &&
    formatDigest(digest) === manifest.digest;
  const faults = agrees ? await log.verify() : ['Its log is not the one that its backup.json describes.'];
  if (faults.length > 0) {
    throw new Fault(
      'backup-invalid',
      `The backup in ${backupFolder} is damaged: use an older one. ${faults.slice(0, 3).join(' ')}`,
    );
  }
};

const restoreInto = async (
  folder: string,
  backupFolder: string,
  manifest: BackupManifest,
  options: LevelChangeLogOptions,
): Promise<LogHead> => {
  await cp(backupLogFolder(backupFolder), folder, { recursive: true });
  await using log = await openLevelChangeLog(folder, { ...options, origin: manifest.origin });
  await checkAgainst(log, manifest, backupFolder);
  if (manifest.origin === options.origin) return await log.renewEpoch();
  if (options.onOriginChange === 'change') return await log.changeOrigin(options.origin);
  throw new Fault(
    'origin-changed',
    `The backup is of ${manifest.origin}, but the settings say ${options.origin}. Set the origin back, or pass --change-origin.`,
  );
};

/**
 * Puts a backup where a log should be, checks it from end to end, and starts a new epoch.
 * The log appears in its folder whole, or not at all.
 * @throws {Fault} `backup-invalid`, `already-initialised` when a log is there, `origin-changed`, `disk-full`
 */
export const restoreBackup = (
  backupFolder: string,
  logFolder: string,
  options: LevelChangeLogOptions,
): Promise<LogHead> =>
  withFaults(logFolder, async () => {
    const manifest = await readBackupManifest(backupFolder);
    if (await holdsSomething(logFolder)) {
      throw new Fault(
        'already-initialised',
        `${logFolder} holds a log already, and a restore overwrites nothing. Move it away first.`,
      );
    }
    const unfinished = `${logFolder}.unfinished`;
    await mkdir(dirname(logFolder), { recursive: true });
    await rm(unfinished, { recursive: true, force: true });
    try {
      const head = await restoreInto(unfinished, backupFolder, manifest, options);
      await syncFolder(unfinished);
      await rmdir(logFolder).catch(() => undefined);
      await rename(unfinished, logFolder);
      await syncNames(dirname(logFolder));
      return head;
    } catch (error) {
      await rm(unfinished, { recursive: true, force: true });
      throw error;
    }
  });
