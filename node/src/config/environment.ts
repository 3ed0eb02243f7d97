import { z } from 'zod';
import { Fault } from '../model/fault.ts';
import { badSettings, settingFields, type SettingValues } from './setting-fields.ts';

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** What the environment says. */
export interface Environment {
  readonly dataFolder: string | undefined;
  readonly host: string | undefined;
  readonly port: number | undefined;
  readonly logLevel: LogLevel | undefined;
  /** Settings that stand before those of `settings.json`, by path. */
  readonly settings: SettingValues;
}

const port = z.coerce.number().int().min(0).max(65_535);

/** Reads a port from a flag or variable; undefined when it is none. */
export const readPort = (text: string): number | undefined =>
  /^\d+$/.test(text) ? port.safeParse(text).data : undefined;

const own = {
  OPENSTRAAT_DATA: 'the path of the data folder, such as OPENSTRAAT_DATA=/var/lib/openstraat',
  OPENSTRAAT_HOST: 'the address to listen on, such as OPENSTRAAT_HOST=127.0.0.1',
  OPENSTRAAT_PORT: 'a port from 0 to 65535, such as OPENSTRAAT_PORT=4100',
  OPENSTRAAT_LOG_LEVEL: `one of ${logLevels.join(', ')}, such as OPENSTRAAT_LOG_LEVEL=info`,
} as const;

/** Every variable that is read, and what to write in it. */
export const environmentVariables: Readonly<Record<string, string>> = {
  ...own,
  ...Object.fromEntries(
    settingFields.map(({ variable, write, example }) => [variable, `${write}, such as ${variable}=${example}`]),
  ),
};

/**
 * Reads the variables that start with `OPENSTRAAT_`; an empty one counts as absent.
 * @throws {Fault} `settings-invalid`, naming every bad one with what to write instead
 */
export const readEnvironment = (variables: Readonly<Record<string, string | undefined>>): Environment => {
  const given = (name: string): string | undefined => (variables[name] === '' ? undefined : variables[name]);
  const level = given('OPENSTRAAT_LOG_LEVEL');
  const portText = given('OPENSTRAAT_PORT');
  const settings: Record<string, unknown> = {};
  for (const { path, variable, read } of settingFields) {
    const text = given(variable);
    if (text !== undefined) settings[path] = read === undefined ? text : read(text);
  }
  const environment: Environment = {
    dataFolder: given('OPENSTRAAT_DATA'),
    host: given('OPENSTRAAT_HOST'),
    port: portText === undefined ? undefined : readPort(portText),
    logLevel: logLevels.find((one) => one === level),
    settings,
  };

  const badPaths = badSettings(settings);
  const bad = settingFields.filter(({ path }) => badPaths.includes(path)).map(({ variable }) => variable);
  if (portText !== undefined && environment.port === undefined) bad.push('OPENSTRAAT_PORT');
  if (level !== undefined && environment.logLevel === undefined) bad.push('OPENSTRAAT_LOG_LEVEL');
  const problems = bad.map((name) => `${name} is "${variables[name]}": write ${environmentVariables[name]}.`);
  // A misspelt variable would otherwise be a setting that silently does nothing.
  for (const name of Object.keys(variables))
    if (name.startsWith('OPENSTRAAT_') && !name.startsWith('OPENSTRAAT_TEST_') && !(name in environmentVariables))
      problems.push(`${name} is not a setting: write one of ${Object.keys(environmentVariables).join(', ')}.`);
  if (problems.length > 0) throw new Fault('settings-invalid', problems.join('\n'));
  return environment;
};

/** The environment of this process. @throws {Fault} `settings-invalid` */
export const processEnvironment = (): Environment => readEnvironment(process.env);
