import { mkdir, stat } from 'node:fs/promises';
import { Fault } from '../../model/fault.ts';

/**
 * Makes the folder of federation, which only this user can enter: its messages hold private keys, and LevelDB makes files that all may read.
 * @throws {Fault} `settings-invalid` when others can enter it
 */
export const privateStoreFolder = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { mode } = await stat(folder);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    throw new Fault(
      'settings-invalid',
      `Other users can read ${folder}, which holds keys. Close it with: chmod 700 ${folder}`,
    );
};
