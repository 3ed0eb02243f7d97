import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { z } from 'zod';
import { Fault } from '../model/fault.ts';
import type { DataFolder } from './data-folder.ts';
import { writePrivateFile } from './private-file.ts';
import { settingFields, type SettingValues, withSettings } from './setting-fields.ts';
import { type NodeSettings, nodeSettingsSchema } from './settings.ts';

const whatToWrite = (path: string): string => {
  const field = settingFields.find((one) => path === one.path || path.startsWith(`${one.path}.`));
  return field === undefined ? '' : ` Write ${field.write}, such as "${field.example}".`;
};

const describe = (issue: z.core.$ZodIssue): string => {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys')
    return `${[path, issue.keys.join(', ')].filter(Boolean).join('.')}: is not a setting. Take it out.`;
  if (path === 'version') return 'version: was written by another version of Openstraat. Use that version.';
  return `${path === '' ? 'the file' : path}: ${issue.message}.${whatToWrite(path)}`;
};

/** Reads a JSON file. @throws {Fault} `not-initialised` when there is none, `settings-invalid` when it is not JSON */
export const readJsonFile = async (path: string, missing: string): Promise<unknown> => {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new Fault('not-initialised', missing, { cause });
    throw new Fault('settings-invalid', `${path} can't be read (${String(code)}): make it readable for this user.`, {
      cause,
    });
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new Fault(
      'settings-invalid',
      `${path} is not valid JSON: ${String(cause)}. Correct it, or restore a backup.`,
      {
        cause,
      },
    );
  }
};

/**
 * Checks settings.
 * @param from what they were read from, for the message
 * @throws {Fault} `settings-invalid`, naming every bad one with what to write instead
 */
export const checkSettings = (settings: unknown, from: string): NodeSettings => {
  const { data, error } = nodeSettingsSchema.safeParse(settings);
  if (data === undefined)
    throw new Fault(
      'settings-invalid',
      [`${from} has settings that don't work:`, ...error.issues.map(describe)].join('\n'),
    );
  return data;
};

/**
 * The settings of a data folder, with those of the environment or of flags before them.
 * @throws {Fault} `not-initialised`, `settings-invalid`
 */
export const readSettings = async (folder: DataFolder, values: SettingValues): Promise<NodeSettings> => {
  const missing = `There is no node in ${folder.path}. Name its folder with --data (or OPENSTRAAT_DATA), or make one: openstraat init --data ${folder.path}`;
  const stored = await readJsonFile(folder.settings, missing);
  const settings = checkSettings(stored, folder.settings);
  // A path in the file is read from where the file is, so that a data folder can be moved.
  const { gazetteer } = settings;
  const whole = gazetteer === undefined ? settings : { ...settings, gazetteer: resolve(folder.path, gazetteer) };
  return checkSettings(withSettings(whole, values), 'The command or the environment');
};

/** Writes the settings of a data folder, whole or not at all. */
export const writeSettings = (folder: DataFolder, settings: NodeSettings): Promise<void> =>
  writePrivateFile(folder.settings, `${JSON.stringify(settings, undefined, 2)}\n`);

/** Changes the origin that a data folder keeps, and nothing else: what the environment says stays there. */
export const writeOrigin = async (folder: DataFolder, origin: string): Promise<void> => {
  const stored = checkSettings(await readJsonFile(folder.settings, ''), folder.settings);
  if (stored.origin !== origin) await writeSettings(folder, { ...stored, origin });
};
