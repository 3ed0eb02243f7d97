import { stat, writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { isPrivateAddress } from '@openstraat/spec';
import type { DataFolder } from '../config/data-folder.ts';
import { makeKeys, writeKeys } from '../config/keys-file.ts';
import { withSettings } from '../config/setting-fields.ts';
import { checkSettings, writeSettings } from '../config/settings-file.ts';
import type { NodeSettings } from '../config/settings.ts';
import type { NodeCommands } from '../control/commands.ts';
import { Fault } from '../model/fault.ts';
import type { CommandContext } from './command.ts';
import { importDeliveries } from './import-deliveries.ts';
import { type Manifest, manifestName, readManifest } from './manifest.ts';
import { makeNewDataFolder } from './new-data-folder.ts';
import { showCount } from './terminal.ts';

/** The town in a checkout; the published package does without. */
const townManifestPath = join(import.meta.dirname, '../../../examples/town', manifestName);

const defaults = {
  version: 1,
  name: 'Waterveen (voorbeeld)',
  area: 'Waterveen',
  operator: { name: 'Winkeliersvereniging Waterveen', contact: 'winkels@waterveen.example' },
  license: 'https://creativecommons.org/publicdomain/zero/1.0/',
};

/**
 * The deliveries of the example town, or of another example.
 * @throws {Fault} `not-found` outside a checkout, and for a folder without an example
 */
export const readTown = async (path: string = townManifestPath): Promise<Manifest> => {
  if (!(await isThere(path)))
    throw new Fault(
      'not-found',
      path === townManifestPath
        ? `The example town is not here (${path}). It comes with a checkout: run npm start there.`
        : `There is no example: ${path} does not exist. Name a folder that has ${manifestName}, such as examples/village of a checkout.`,
    );
  return readManifest(path);
};

/** The manifest of the example in a folder that a person named. */
export const exampleManifestIn = (folder: string): string => join(resolve(folder), manifestName);

const isThere = async (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** An example that only this machine reaches can follow others on it, and be followed. */
const isOfThisMachine = (origin: unknown): boolean => {
  const host = typeof origin === 'string' ? URL.parse(origin)?.hostname.replace(/^\[(.*)\]$/, '$1') : undefined;
  return host !== undefined && (host === 'localhost' || (isIP(host) > 0 && isPrivateAddress(host)));
};

/** Makes the fictional node in an empty folder. Nobody is told a recovery secret: there is nothing to recover. */
export const makeExampleNode = async (
  folder: DataFolder,
  town: Manifest,
  { origin, clock }: { readonly origin: unknown; readonly clock: CommandContext['clock'] },
): Promise<void> => {
  const settings = checkSettings(
    withSettings(
      { ...defaults, ...town.node },
      { origin, fictional: true, allowPrivateAddress: isOfThisMachine(origin) },
    ),
    'The example town',
  );
  await makeNewDataFolder(folder);
  await writeKeys(folder, makeKeys(clock).keys);
  await writeSettings(folder, settings);
};

/** @throws {Fault} `already-initialised` for a real node: fictional shops never get into it */
export const checkFictional = (settings: NodeSettings, folder: DataFolder): void => {
  if (!settings.fictional)
    throw new Fault(
      'already-initialised',
      `${folder.path} has a real node, "${settings.name}", and --example is for a fictional one. Start it without --example, or name another folder with --data.`,
    );
};

/** Imports the town, once: what somebody changes in it afterwards stays. */
export const importTown = async (
  context: CommandContext,
  node: NodeCommands,
  folder: DataFolder,
  town: Manifest,
): Promise<void> => {
  if (await isThere(folder.exampleMark)) return;
  const reports = await importDeliveries(context, node, town, { dryRun: false, allowShrink: true });
  const count = (key: 'rows' | 'refused'): string => showCount(reports.reduce((sum, report) => sum + report[key], 0));
  context.terminal.tell(
    `Imported the example: ${reports.length} files, ${count('rows')} rows, ${count('refused')} refused.`,
  );
  // Killed before this, it imports again, and that changes nothing twice.
  if (reports.length === town.deliveries.length && reports.every(({ outcome }) => outcome === 'complete'))
    await writeFile(folder.exampleMark, '', { mode: 0o600 });
};
