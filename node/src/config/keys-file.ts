import { stat } from 'node:fs/promises';
import { generateKeyPair, publicKeyOf } from '@openstraat/spec';
import type { Clock } from '../model/clock.ts';
import { Fault } from '../model/fault.ts';
import type { DataFolder } from './data-folder.ts';
import { writePrivateFile } from './private-file.ts';
import { readJsonFile } from './settings-file.ts';
import { type NodeKeys, nodeKeysSchema } from './settings.ts';

/** New keys for a node, and the secret of its recovery key, which is kept nowhere. */
export const makeKeys = (clock: Clock): { readonly keys: NodeKeys; readonly recoverySecret: string } => {
  const recovery = generateKeyPair();
  const validFrom = `${new Date(clock.now()).toISOString().slice(0, 19)}Z`;
  return {
    keys: {
      keys: [{ id: 'key-1', ...generateKeyPair(), validFrom }],
      recoveryPublicKeyMultibase: recovery.publicKeyMultibase,
    },
    recoverySecret: recovery.secretKeyMultibase,
  };
};

const isPair = (key: { readonly publicKeyMultibase: string; readonly secretKeyMultibase: string }): boolean => {
  try {
    return publicKeyOf(key.secretKeyMultibase) === key.publicKeyMultibase;
  } catch {
    return false;
  }
};

/**
 * The keys of a data folder.
 * @throws {Fault} `not-initialised`; `settings-invalid` when they are no keys, all revoked, or readable for other users
 */
export const readKeys = async (folder: DataFolder): Promise<NodeKeys> => {
  const missing = `${folder.path} has no keys.json. Restore a backup, or make a new node in an empty folder with: openstraat init`;
  const { data: keys, error } = nodeKeysSchema.safeParse(await readJsonFile(folder.keys, missing));
  const wrong =
    keys === undefined
      ? error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
      : keys.keys.every((key) => key.revoked !== undefined)
        ? 'every key is revoked'
        : keys.keys.find((key) => !isPair(key))?.id.concat(' is no pair of Ed25519 keys');
  if (keys === undefined || wrong !== undefined)
    throw new Fault('settings-invalid', `${folder.keys} can't be used: ${wrong}. Restore it from a backup.`);
  const { mode } = await stat(folder.keys);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    throw new Fault('settings-invalid', `Other users can read ${folder.keys}. Close it with: chmod 600 ${folder.keys}`);
  return keys;
};

/** Writes the keys of a data folder, whole or not at all, for this user only. */
export const writeKeys = (folder: DataFolder, keys: NodeKeys): Promise<void> =>
  writePrivateFile(folder.keys, `${JSON.stringify(keys, undefined, 2)}\n`);
