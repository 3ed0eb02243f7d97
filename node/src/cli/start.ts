import { once } from 'node:events';
import type { Logger } from 'pino';
import { readPort } from '../config/environment.ts';
import { keysUnderOrigin } from '../app/keys-under-origin.ts';
import { readKeys, writeKeys } from '../config/keys-file.ts';
import { badSettings, type SettingValues } from '../config/setting-fields.ts';
import { readSettings, writeOrigin } from '../config/settings-file.ts';
import type { NodeKeys } from '../config/settings.ts';
import { connectToNode } from '../control/client.ts';
import type { OpenNode } from '../control/commands.ts';
import { startControlServer } from '../control/server.ts';
import { Fault } from '../model/fault.ts';
import {
  type Command,
  type CommandContext,
  dataFolderOf,
  dataOption,
  dataOptionHelp,
  readArguments,
  usageFault,
} from './command.ts';
import { checkFictional, exampleManifestIn, importTown, makeExampleNode, readTown } from './example-town.ts';
import { exitCode } from './exit-code.ts';
import { cliLimits } from './limits.ts';
import { choosePort } from './listen-port.ts';
import { isInitialised } from './new-data-folder.ts';
import { readRecoveryFile } from './read-recovery-file.ts';
import { portWarning, signerWarning } from './start-warnings.ts';
import { stopInTime } from './stop-in-time.ts';

const options = {
  ...dataOption,
  port: { type: 'string' },
  host: { type: 'string' },
  origin: { type: 'string' },
  'change-origin': { type: 'boolean' },
  'recovery-file': { type: 'string' },
  example: { type: 'boolean' },
  'example-from': { type: 'string' },
} as const;

const defaultPort = 4100;

/** What the flags and the environment say, flags first. */
const readStart = async ({ arguments: given, environment }: CommandContext) => {
  const { values } = readArguments('start', given, options);
  const flagPort = values.port === undefined ? undefined : readPort(values.port);
  if (values.port !== undefined && flagPort === undefined)
    throw usageFault(
      'start',
      `--port is "${values.port}": write a port from 0 to 65535, such as --port ${defaultPort}.`,
    );
  if (values.origin !== undefined && badSettings({ origin: values.origin }).length > 0)
    throw usageFault(
      'start',
      `--origin is "${values.origin}": write scheme, host and port without a slash at the end, such as --origin https://winkels.waterveen.example.`,
    );
  // Only this machine reaches it unless told otherwise: before a public node stands a proxy that speaks TLS.
  const host = values.host ?? environment.host ?? '127.0.0.1';
  return {
    folder: dataFolderOf(values.data, environment),
    host,
    port: await choosePort(flagPort ?? environment.port ?? defaultPort, host),
    settings: values.origin === undefined ? environment.settings : { ...environment.settings, origin: values.origin },
    changeOrigin: values['change-origin'] === true,
    recoveryFile: values['recovery-file'],
    example: values.example === true || values['example-from'] !== undefined,
    manifest: values['example-from'] === undefined ? undefined : exampleManifestIn(values['example-from']),
  };
};

/** What to open next: only what is there. */
const whatToOpen = async (node: OpenNode, url: string, fictional: boolean): Promise<string> => {
  const things = await Promise.all(
    (['Place', 'Product', 'Offer', 'Event'] as const).map((kind) => node.sampleOf(kind)),
  );
  const pages: [string, string | undefined][] = [
    ['the node', `${url}/`],
    ['a place', things[0]],
    ['a product', things[1]],
    ['an offer', things[2]],
    ['an event', things[3]],
    ['the feed', `${url}/feed`],
  ];
  const lines = pages.flatMap(([what, iri]) =>
    // Behind a proxy an IRI is not where this process listens, but its path is.
    iri === undefined ? [] : [`  ${what.padEnd(12)}${new URL(new URL(iri).pathname, url).href}`],
  );
  const note = fictional ? 'Its shops are fictional.\n' : '';
  return `Openstraat listens on ${url}. ${note}Open next:\n${lines.join('\n')}\nCtrl-C stops it.\n`;
};

/** The folder's settings; an example node is made first where there is none. */
const prepareFolder = async (context: CommandContext, asked: Awaited<ReturnType<typeof readStart>>) => {
  const { folder, example, host, port } = asked;
  if ((await connectToNode(folder.socket)) !== undefined)
    throw new Fault(
      'data-folder-busy',
      `A node runs on ${folder.path} already. Stop it first, or name another folder with --data.`,
    );
  if (!example) return { settings: await readSettings(folder, asked.settings), town: undefined };
  const town = await readTown(asked.manifest);
  const { gazetteer } = town.node;
  const values: SettingValues = {
    origin: localOrigin(host, port),
    // The checkout may have moved since the node was made.
    ...(gazetteer === undefined ? {} : { gazetteer }),
    ...asked.settings,
  };
  if (!(await isInitialised(folder)))
    await makeExampleNode(folder, town, { origin: values['origin'], clock: context.clock });
  checkFictional(await readSettings(folder, {}), folder);
  return { settings: await readSettings(folder, values), town };
};

/** How this machine itself reaches what listens there. */
const localOrigin = (host: string, port: number): string => {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
};

/** The folder's keys, as they are under the origin with which it starts. @throws {Fault} `origin-changed`, `bad-request`, `file-unreadable` */
const readKeysToStart = async (
  { clock }: CommandContext,
  { folder, changeOrigin, recoveryFile }: Awaited<ReturnType<typeof readStart>>,
  origin: string,
): Promise<{ readonly kept: NodeKeys; readonly keys: NodeKeys }> => {
  const kept = await readKeys(folder);
  if (recoveryFile === undefined && !changeOrigin) return { kept, keys: kept };
  const recoverySecret = recoveryFile === undefined ? undefined : await readRecoveryFile(recoveryFile);
  return { kept, keys: keysUnderOrigin(kept, { origin, nowMs: clock.now(), recoverySecret }) };
};

/** Lets the node serve until a signal comes. */
const serve = async (
  context: CommandContext,
  node: OpenNode,
  owners: AsyncDisposable[],
  asked: Awaited<ReturnType<typeof readStart>> &
    Awaited<ReturnType<typeof prepareFolder>> &
    Awaited<ReturnType<typeof readKeysToStart>>,
  logger: Logger,
): Promise<void> => {
  const { folder, host, port, settings, town, kept, keys } = asked;
  if (keys !== kept) await writeKeys(folder, keys);
  await writeOrigin(folder, settings.origin);
  const { url } = await node.listen({ host, port });
  owners.unshift(
    await startControlServer({
      path: folder.socket,
      node,
      onError: (error) => logger.error({ err: error }, 'a command on the control socket failed'),
    }),
  );
  if (town !== undefined) await importTown(context, node, folder, town);
  if (context.signal.aborted) return;
  await context.terminal.print(await whatToOpen(node, url, settings.fictional));
  const { origin } = settings;
  for (const warning of [portWarning(origin, url), signerWarning(keys, origin, context.clock.now())])
    if (warning !== undefined) context.terminal.tell(warning);
  if (!context.signal.aborted) await once(context.signal, 'abort');
};

export const start: Command = {
  name: 'start',
  summary: 'serve the node',
  usage:
    '[--port <port>] [--host <address>] [--origin <url> [--change-origin [--recovery-file <file>]]] [--example | --example-from <folder>] [--data <folder>]',
  about:
    'Serves documents and the feed until it gets SIGINT or SIGTERM. It listens on 127.0.0.1 unless told otherwise: before a public node stands a proxy that speaks TLS, ' +
    'and --origin is what the world calls it. Other commands work on the same data folder meanwhile.\n\nFlags go before the environment (OPENSTRAAT_PORT, OPENSTRAAT_HOST, OPENSTRAAT_DATA, OPENSTRAAT_ORIGIN, OPENSTRAAT_LOG_LEVEL and one variable for each setting), and that goes before settings.json.',
  stoppable: true,
  options,
  optionHelp: {
    ...dataOptionHelp,
    port: `port to listen on (default: ${defaultPort}; 0: any that is free)`,
    host: 'address to listen on (default: 127.0.0.1)',
    origin: 'scheme, host and port under which the world reaches the node; kept from then on',
    'change-origin': 'let a node that was under another origin go on under this one, with a new epoch',
    'recovery-file':
      'file with the secret of the recovery key; needed under another origin once that key has signed a new one',
    example: 'in an empty folder: make a fictional town',
    'example-from': 'the same with another example: a folder that has openstraat.json',
  },
  examples: [
    'openstraat start',
    'openstraat start --port 4100 --data /var/lib/openstraat --origin https://winkels.waterveen.example',
    'openstraat start --example --data /tmp/town',
  ],
  run: async (context) => {
    const asked = await readStart(context);
    const prepared = await prepareFolder(context, asked);
    const { settings } = prepared;
    const logger = context.makeLogger('info');
    const { kept, keys } = await readKeysToStart(context, asked, settings.origin);
    const node = await context.openNode({
      dataFolder: asked.folder.path,
      settings,
      keys,
      // A fictional node has no followers: it moves with the port that it gets.
      onOriginChange: asked.changeOrigin || settings.fictional ? 'change' : 'refuse',
      logger,
    });
    const owners: AsyncDisposable[] = [node];
    let inTime = true;
    try {
      await serve(context, node, owners, { ...asked, ...prepared, kept, keys }, logger);
    } finally {
      inTime = await stopInTime(owners, cliLimits.stopTimeoutMs);
    }
    if (inTime) return exitCode.done;
    context.terminal.tell(
      `It did not stop within ${cliLimits.stopTimeoutMs / 1_000} seconds and was ended. Nothing that was acknowledged is lost.`,
    );
    return exitCode.failed;
  },
};
