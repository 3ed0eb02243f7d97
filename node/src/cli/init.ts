import { writeFile } from 'node:fs/promises';
import type { ParseArgsOptionsConfig } from 'node:util';
import { makeKeys, writeKeys } from '../config/keys-file.ts';
import { badSettings, settingFields, withSettings } from '../config/setting-fields.ts';
import { checkSettings, writeSettings } from '../config/settings-file.ts';
import { Fault } from '../model/fault.ts';
import { type Command, dataFolderOf, dataOption, dataOptionHelp, readArguments, usageFault } from './command.ts';
import { exitCode } from './exit-code.ts';
import { isInitialised, makeNewDataFolder } from './new-data-folder.ts';
import { askSettings } from './questions.ts';

const settingOptions: ParseArgsOptionsConfig = Object.fromEntries(
  settingFields.map(({ flag }) => [flag, { type: 'string' }]),
);
const options = { ...dataOption, 'recovery-file': { type: 'string' } } as const;

/** The settings that flags give. @throws {Fault} `usage`, naming every bad one */
const settingsOfFlags = (values: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const given = settingFields.flatMap((field) => {
    const text = values[field.flag];
    return typeof text === 'string' ? [{ field, text }] : [];
  });
  const settings = Object.fromEntries(given.map(({ field, text }) => [field.path, field.read?.(text) ?? text]));
  const bad = badSettings(settings);
  const problems = given
    .filter(({ field }) => bad.includes(field.path))
    .map(({ field, text }) => `--${field.flag} is "${text}": write ${field.write}, such as "${field.example}".`);
  if (problems.length > 0) throw usageFault('init', problems.join('\n'));
  return settings;
};

const recoveryAdvice =
  'Keep it off line (on paper, or on a stick in a drawer), never on this machine: with it a lost or stolen signing key can be replaced.';

export const init: Command = {
  name: 'init',
  summary: 'make a node: its settings and its keys',
  usage:
    '[--name <text> --area <text> --operator <text> --contact <text> --license <name> --origin <url>] [--data <folder>]',
  about:
    'Asks on a terminal for whatever the flags leave open; elsewhere all of those have to be given. It writes settings.json and keys.json, ' +
    'which only your user can read, and shows the secret of the recovery key once.',
  options: { ...options, ...settingOptions },
  optionHelp: {
    ...dataOptionHelp,
    ...Object.fromEntries(settingFields.map(({ flag, write }) => [flag, write])),
    'recovery-file': 'new file for the recovery secret, instead of showing it',
  },
  examples: [
    'openstraat init',
    'openstraat init --name "Winkels in Waterveen" --area Waterveen --operator "Winkeliersvereniging Waterveen" ' +
      '--contact winkels@waterveen.example --license CC-BY-4.0 --origin https://winkels.waterveen.example',
  ],
  run: async ({ arguments: given, environment, terminal, clock }) => {
    const { values } = readArguments('init', given, { ...settingOptions, ...options });
    const folder = dataFolderOf(values.data, environment);
    const known = { ...environment.settings, ...settingsOfFlags(values) };
    // Before a person answers seven questions in vain.
    if (await isInitialised(folder)) await makeNewDataFolder(folder);

    const open = settingFields.filter(({ asked, path }) => asked && known[path] === undefined);
    const unanswerable = open.filter(({ fallback }) => fallback === undefined);
    const onTerminal = terminal.input.isTTY === true && terminal.errors.isTTY === true;
    if (!onTerminal && unanswerable.length > 0)
      throw usageFault(
        'init',
        [
          'There is no terminal to ask on, so these have to be given:',
          ...unanswerable.map(({ flag, write, example }) => `  --${flag}: ${write}, such as "${example}"`),
        ].join('\n'),
      );
    const answers = onTerminal
      ? await askSettings(terminal, open)
      : Object.fromEntries(open.map(({ path, fallback }) => [path, fallback]));
    const settings = checkSettings(withSettings({ version: 1 }, { ...answers, ...known }), 'The new node');

    const { keys, recoverySecret } = makeKeys(clock);
    await makeNewDataFolder(folder);
    const recoveryFile = values['recovery-file'];
    if (recoveryFile !== undefined) await writeRecoveryFile(recoveryFile, recoverySecret);
    // Settings come last: with them the node is there, and whole.
    await writeKeys(folder, keys);
    await writeSettings(folder, settings);
    await terminal.print(
      [
        `${settings.name} is made, in ${folder.path}.`,
        '',
        ...(recoveryFile === undefined
          ? ['The secret of its recovery key, shown this once:', '', `    ${recoverySecret}`, '']
          : [`The secret of its recovery key is in ${recoveryFile}: move it away from here.`]),
        recoveryAdvice,
        '',
        `Start it with: openstraat start --data ${folder.path}`,
        '',
      ].join('\n'),
    );
    return exitCode.done;
  },
};

const writeRecoveryFile = async (path: string, secret: string): Promise<void> => {
  try {
    await writeFile(path, `${secret}\n`, { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    const why = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new Fault('usage', `The recovery secret can't be written to ${path} (${why}). Name a new file.`, { cause });
  }
};
