import { readFile } from 'node:fs/promises';
import { Fault } from '../model/fault.ts';

/** The secret of the recovery key, from the file in which the operator keeps it. @throws {Fault} `file-unreadable` */
export const readRecoveryFile = async (path: string): Promise<string> => {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (cause) {
    throw new Fault('file-unreadable', `${path} can't be read: name the file with the secret of the recovery key.`, {
      cause,
    });
  }
};
