import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable, Writable } from 'node:stream';
import { pino } from 'pino';
import { dataFolder, type DataFolder } from '../config/data-folder.ts';
import { readEnvironment } from '../config/environment.ts';
import { makeKeys, writeKeys } from '../config/keys-file.ts';
import { makePrivateFolder } from '../config/private-file.ts';
import { writeSettings } from '../config/settings-file.ts';
import { type NodeSettings, nodeSettingsSchema } from '../config/settings.ts';
import type { OpenNodeConfig } from '../control/commands.ts';
import { FakeNode } from '../control/fake-node.test-helper.ts';
import { run } from './run.ts';
import { Terminal } from './terminal.ts';

const clock = { now: () => Date.UTC(2026, 2, 2, 6) };

/** Keeps what is written. */
class Collector extends Writable {
  readonly isTTY: boolean;
  text = '';
  onText: (text: string) => void = () => {};

  constructor(onTerminal: boolean) {
    super();
    this.isTTY = onTerminal;
  }
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += String(chunk);
    this.onText(String(chunk));
    done();
  }
}

export interface RunOptions {
  readonly variables?: Record<string, string>;
  /** Standard input, whole; or keys typed at a terminal. */
  readonly input?: string;
  readonly typed?: readonly string[];
  readonly signal?: AbortSignal;
  readonly output?: Writable;
  readonly openNode?: (config: OpenNodeConfig) => Promise<FakeNode>;
}

/** A data folder, a fake node, and the command line on them. */
export class CliInTest implements AsyncDisposable {
  readonly folder: DataFolder;
  readonly node = new FakeNode();
  readonly opened: OpenNodeConfig[] = [];

  constructor(folder: DataFolder) {
    this.folder = folder;
  }

  /** In a folder of its own, which is initialised unless `settings` is false. */
  static async make(settings: Partial<NodeSettings> | false = {}): Promise<CliInTest> {
    const folder = dataFolder(join(await mkdtemp(join(tmpdir(), 'os-')), 'data'));
    const cli = new CliInTest(folder);
    if (settings !== false) await cli.initialise(settings);
    return cli;
  }

  async initialise(settings: Partial<NodeSettings>): Promise<void> {
    await makePrivateFolder(this.folder.path);
    await writeKeys(this.folder, makeKeys(clock).keys);
    await writeSettings(
      this.folder,
      nodeSettingsSchema.parse({
        version: 1,
        name: 'Winkels in Waterveen',
        area: 'Waterveen',
        operator: { name: 'Winkeliersvereniging', contact: 'winkels@waterveen.example' },
        license: 'https://creativecommons.org/licenses/by/4.0/',
        origin: 'https://winkels.waterveen.example',
        ...settings,
      }),
    );
  }

  /** Runs `openstraat` with this data folder. */
  async run(given: readonly string[], options: RunOptions = {}) {
    const onTerminal = options.typed !== undefined;
    const output = options.output ?? new Collector(onTerminal);
    const errors = new Collector(onTerminal);
    const input = onTerminal ? new PassThrough() : Readable.from([Buffer.from(options.input ?? '')]);
    if (onTerminal) Object.assign(input, { isTTY: true, setRawMode: () => input });
    const terminal = new Terminal({ input, output, errors });
    const lines = [...(options.typed ?? [])];
    // A person types once there is a question.
    errors.onText = (text) => {
      if (text.includes('): ')) (input as PassThrough).write(lines.shift() ?? '');
    };
    const code = await run(given, terminal, () => ({
      environment: readEnvironment({ OPENSTRAAT_DATA: this.folder.path, ...options.variables }),
      clock,
      signal: options.signal ?? new AbortController().signal,
      openNode: async (config) => {
        this.opened.push(config);
        return options.openNode === undefined ? this.node : options.openNode(config);
      },
      makeLogger: () => pino({ level: 'silent' }),
    }));
    return { code, output: output instanceof Collector ? output.text : '', errors: errors.text };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(join(this.folder.path, '..'), { recursive: true, force: true });
  }
}
