import { ClassicLevel } from 'classic-level';
import type { LevelDatabase } from './level-database.ts';

/** What LevelDB says when the disk is full. */
const diskFullError = (): Error =>
  Object.assign(new Error('IO error: /data/log/000003.log: No space left on device'), { code: 'LEVEL_IO_ERROR' });

/** A database whose nth write fails and leaves nothing; it would take the next. */
export const failingDatabase =
  (failing: number, error: () => Error = diskFullError) =>
  (folder: string): LevelDatabase => {
    const database = new ClassicLevel(folder);
    let writes = 0;
    const open = database.batch.bind(database) as () => ReturnType<LevelDatabase['batch']>;
    Object.defineProperty(database, 'batch', {
      value: () => {
        const batch = open();
        const write = batch.write.bind(batch);
        Object.defineProperty(batch, 'write', {
          value: async (options: { readonly sync?: boolean }) => {
            writes += 1;
            if (writes === failing) {
              await batch.close();
              throw error();
            }
            await write(options);
          },
        });
        return batch;
      },
    });
    return database;
  };
