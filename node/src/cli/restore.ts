import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { keysUnderOrigin } from '../app/keys-under-origin.ts';
import { dataFolder } from '../config/data-folder.ts';
import { readKeys, writeKeys } from '../config/keys-file.ts';
import { copyPrivateFolder } from '../config/private-file.ts';
import { readSettings, writeSettings } from '../config/settings-file.ts';
import { badSettings } from '../config/setting-fields.ts';
import { restoreStore } from '../federation/store/backup-store.ts';
import { restoreBackup } from '../log/restore-backup.ts';
import { Fault } from '../model/fault.ts';
import { type Command, dataFolderOf, dataOption, dataOptionHelp, readArguments, usageFault } from './command.ts';
import { exitCode } from './exit-code.ts';
import { makeNewDataFolder } from './new-data-folder.ts';
import { readRecoveryFile } from './read-recovery-file.ts';
import { showCount } from './terminal.ts';

const options = {
  ...dataOption,
  origin: { type: 'string' },
  'change-origin': { type: 'boolean' },
  'recovery-file': { type: 'string' },
} as const;

export const restore: Command = {
  name: 'restore',
  summary: 'make a data folder from a backup',
  usage: '<backup folder> --data <new folder>',
  about:
    'The backup is checked from end to end, and the feed gets a new epoch, so that its readers walk it anew. It overwrites nothing: the data folder has to be new or empty. ' +
    'Sources are to be imported again, for what came after the backup.',
  options,
  optionHelp: {
    ...dataOptionHelp,
    origin: 'another origin for the node; needs --change-origin',
    'change-origin': 'give every thing a new address under another origin',
    'recovery-file':
      'file with the secret of the recovery key; needed under another origin once that key has signed a new one',
  },
  examples: ['openstraat restore /backups/2026-03-02 --data /var/lib/openstraat'],
  run: async ({ arguments: given, environment, terminal, clock }) => {
    const { values, words } = readArguments('restore', given, options, ['backup folder']);
    const folder = dataFolderOf(values.data, environment);
    const from = dataFolder(resolve(words[0] ?? ''));
    const origin = values.origin === undefined ? {} : { origin: values.origin };
    if (badSettings(origin).length > 0)
      throw usageFault(
        'restore',
        `--origin is "${values.origin}": write scheme, host and port, without a slash at the end.`,
      );
    const [settings, kept] = await Promise.all([readSettings(from, origin), readKeys(from)]).catch((cause: unknown) => {
      if (!(cause instanceof Fault) || cause.code !== 'not-initialised') throw cause;
      throw new Fault(
        'backup-invalid',
        `${from.path} is no whole backup. Name the folder that "openstraat backup" made.`,
        {
          cause,
        },
      );
    });
    const recoveryFile = values['recovery-file'];
    const recoverySecret = recoveryFile === undefined ? undefined : await readRecoveryFile(recoveryFile);
    const keys =
      values['change-origin'] !== true && recoverySecret === undefined
        ? kept
        : keysUnderOrigin(kept, { origin: settings.origin, nowMs: clock.now(), recoverySecret });
    await makeNewDataFolder(folder);
    try {
      const head = await restoreBackup(from.path, folder.log, {
        origin: settings.origin,
        clock,
        onOriginChange: values['change-origin'] === true ? 'change' : 'refuse',
      });
      await restoreStore(from.federation, folder.federation);
      await copyPrivateFolder(from.actorKeys, folder.actorKeys);
      await writeKeys(folder, keys);
      await writeSettings(folder, settings);
      await terminal.print(
        `${showCount(head.live)} things are back, in ${folder.path}, under the new epoch ${head.epoch}.\n` +
          `Start it with: openstraat start --data ${folder.path}\n`,
      );
      return exitCode.done;
    } catch (error) {
      // The folder was empty: all that is in it came from here, and half a node is none.
      const { log, federation, actorKeys, keys: keysFile, settings: settingsFile } = folder;
      for (const path of [log, federation, actorKeys, keysFile, settingsFile])
        await rm(path, { recursive: true, force: true });
      throw error;
    }
  },
};
