import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { formatDigest } from '@openstraat/spec';
import { z } from 'zod';
import { Fault } from '../model/fault.ts';
import type { LogHead } from './change-log.ts';

const manifestSchema = z.object({
  version: z.literal(1),
  epoch: z.string(),
  position: z.int().min(0),
  live: z.int().min(0),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  origin: z.string(),
  time: z.iso.datetime(),
});
/** What a backup says of itself. */
export type BackupManifest = z.infer<typeof manifestSchema>;

/** The folder in a backup that holds the log. */
export const backupLogFolder = (folder: string): string => join(folder, 'log');
const manifestFile = (folder: string): string => join(folder, 'backup.json');

/** Describes a log of this head. */
export const backupManifest = (head: LogHead, origin: string, nowMs: number): BackupManifest => ({
  version: 1,
  epoch: head.epoch,
  position: head.position,
  live: head.live,
  digest: formatDigest(head.digest),
  origin,
  time: new Date(nowMs).toISOString(),
});

/** Writes the manifest, last of all: a backup without one was cut off. */
export const writeBackupManifest = async (folder: string, manifest: BackupManifest): Promise<void> => {
  const unfinished = `${manifestFile(folder)}.unfinished`;
  await using file = await open(unfinished, 'w', 0o600);
  await file.writeFile(`${JSON.stringify(manifest, undefined, 2)}\n`);
  await file.sync();
  await rename(unfinished, manifestFile(folder));
};

/** Reads the manifest of a backup. @throws {Fault} `backup-invalid` */
export const readBackupManifest = async (folder: string): Promise<BackupManifest> => {
  const text = await readFile(manifestFile(folder), 'utf8').catch((cause: unknown) => {
    throw new Fault(
      'backup-invalid',
      `${folder} holds no backup.json, so it is not a backup, or one that was cut off. Name another folder.`,
      { cause },
    );
  });
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new Fault(
      'backup-invalid',
      `The backup.json in ${folder} was not written by this version of openstraat. Name another folder.`,
      { cause },
    );
  }
};
