import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../model/fault.ts';
import type { ChangeLogOptions } from './change-log.ts';
import { emptyHead } from './head.ts';
import { metaKey, positionOfKey } from './keys.ts';
import { LevelChangeLog } from './level-change-log.ts';
import { lastEntryKey, type LevelDatabase, levelDatabase } from './level-database.ts';
import { corruptFault, withFaults } from './level-fault.ts';
import { finishOriginChange } from './level-origin-change.ts';
import { damagedTables } from './level-tables.ts';
import { LevelWriter } from './level-writer.ts';
import { decodeMeta, type LogMeta } from './meta-codec.ts';
import { randomEpoch } from './random-epoch.ts';
import { endsAtHead } from './recount.ts';

/** What opens a log in a folder. */
export interface LevelChangeLogOptions extends ChangeLogOptions {
  /** What to do when the log was written under another origin; `refuse` when absent. */
  readonly onOriginChange?: 'refuse' | 'change' | undefined;
  /** Makes the database, not yet open: tests pass one that fails. */
  readonly database?: ((folder: string) => LevelDatabase) | undefined;
}

// LevelDB takes a folder without CURRENT for a new one and deletes what it holds, and does not survive a CURRENT that leads nowhere.
const checkFiles = async (folder: string): Promise<void> => {
  const names = await readdir(folder).catch((): string[] => []);
  if (!names.includes('CURRENT')) {
    if (names.some((name) => /^MANIFEST-|\.(ldb|sst)$/.test(name))) {
      throw corruptFault(folder, 'lacks its file CURRENT');
    }
    return;
  }
  const manifest = (await readFile(join(folder, 'CURRENT'), 'utf8')).trim();
  if (!names.includes(manifest)) throw corruptFault(folder, 'lacks the file that its CURRENT names');
};

const newMeta = async (database: LevelDatabase, options: ChangeLogOptions): Promise<LogMeta> => {
  const [anyKey] = await database.keys({ limit: 1 }).all();
  if (anyKey !== undefined) throw corruptFault(database.location, 'has no head');
  const epoch = (options.randomEpoch ?? randomEpoch)();
  return { origin: options.origin, head: emptyHead(epoch), originChange: undefined };
};

const readMeta = async (database: LevelDatabase, stored: string): Promise<LogMeta> => {
  const meta = decodeMeta(stored);
  if (meta === undefined) throw corruptFault(database.location, 'has a head that cannot be read');
  const last = await lastEntryKey(database);
  if (!endsAtHead(last === undefined ? 0 : positionOfKey(last), meta.head)) {
    throw corruptFault(database.location, 'does not end where its head says');
  }
  return meta;
};

const openWriter = async (database: LevelDatabase, options: ChangeLogOptions): Promise<LevelWriter> => {
  const [damage] = await damagedTables(database, 'index');
  if (damage !== undefined) throw corruptFault(database.location, `is damaged. ${damage}`.replace(/\.$/, ''));
  const stored = await database.get(metaKey);
  const meta = stored === undefined ? await newMeta(database, options) : await readMeta(database, stored);
  const writer = new LevelWriter(database, meta);
  if (stored === undefined) await writer.write(meta, true, () => undefined);
  if (meta.originChange !== undefined) await finishOriginChange(database, writer, meta.originChange);
  return writer;
};

const settleOrigin = async (log: LevelChangeLog, options: LevelChangeLogOptions): Promise<void> => {
  if (log.origin === options.origin) return;
  if (options.onOriginChange !== 'change') {
    throw new Fault(
      'origin-changed',
      `The log was written under ${log.origin}, but the settings say ${options.origin}. Set the origin back, or pass --change-origin.`,
    );
  }
  await log.changeOrigin(options.origin);
};

/**
 * Opens the change log in a folder, or starts one there.
 * @throws {Fault} `origin-changed`, `data-folder-busy`, `log-corrupt`, `disk-full`, `file-unreadable`
 */
export const openLevelChangeLog = (folder: string, options: LevelChangeLogOptions): Promise<LevelChangeLog> =>
  withFaults(folder, async () => {
    await checkFiles(folder);
    const database = (options.database ?? levelDatabase)(folder);
    await database.open();
    try {
      const log = new LevelChangeLog(database, await openWriter(database, options), options);
      await settleOrigin(log, options);
      return log;
    } catch (error) {
      await database.close();
      throw error;
    }
  });
