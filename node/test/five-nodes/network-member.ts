import { deepEqual } from 'node:assert/strict';
import { makeKeys } from '../../src/config/keys-file.ts';
import type { NodeCommands } from '../../src/control/commands.ts';
import { systemClock } from '../../src/model/clock.ts';
import { type SourceSettings, sourceSettingsSchema } from '../../src/model/source-settings.ts';
import { lines, writeDelivery } from '../support/deliveries.ts';
import { type ScratchFolder, scratchFolder } from '../support/scratch-folder.ts';
import { CuttableLine } from './cuttable-line.ts';
import type { Run, StartMember } from './start-member.ts';

const source: SourceSettings = sourceSettingsSchema.parse({
  name: 'all',
  title: 'All',
  license: 'https://creativecommons.org/publicdomain/zero/1.0/',
  attribution: 'All',
});

const idOf = (line: string): string => (JSON.parse(line) as { id: string }).id;

/** A node of the network, beside a model of what it should have and whom it should follow. */
export class NetworkMember implements AsyncDisposable {
  readonly name: string;
  readonly line: CuttableLine;
  /** What it states, by id. */
  readonly stated = new Map<string, string>();
  /** Origins. */
  readonly follows = new Set<string>();
  readonly #start: StartMember;
  readonly #scratch: ScratchFolder;
  readonly #keys = makeKeys(systemClock).keys;
  #run: Run | undefined;
  #deliveries = 0;

  private constructor(name: string, start: StartMember, line: CuttableLine, scratch: ScratchFolder) {
    this.name = name;
    this.line = line;
    this.#start = start;
    this.#scratch = scratch;
  }

  static async make(name: string, start: StartMember): Promise<NetworkMember> {
    const member = new NetworkMember(name, start, await CuttableLine.open(), await scratchFolder());
    await member.start();
    return member;
  }

  get origin(): string {
    return this.line.origin;
  }

  get dataFolder(): string {
    return this.#scratch.at('data');
  }

  get isRunning(): boolean {
    return this.#run !== undefined;
  }

  get commands(): NodeCommands {
    if (this.#run === undefined) throw new Error(`${this.name} does not run`);
    return this.#run.commands;
  }

  async start(): Promise<void> {
    const { name, origin, dataFolder: folder } = this;
    this.#run ??= await this.#start({ folder, name, origin, port: this.line.behind, keys: this.#keys });
  }

  async kill(): Promise<void> {
    const run = this.#run;
    this.#run = undefined;
    await run?.kill();
  }

  /** Imports what it states from now on: all of it, or some more of it. */
  async deliver(all: readonly string[], { partial }: { readonly partial: boolean }): Promise<void> {
    this.#deliveries += 1;
    const file = await writeDelivery(this.#scratch.at(`${this.#deliveries}.ndjson`), lines(all));
    const request = { file, source: source.name, settings: source, partial, dryRun: false, allowShrink: true };
    const { outcome, refused } = await this.commands.importFile(request, () => undefined);
    deepEqual([outcome, refused], ['complete', 0]);
    if (!partial) this.stated.clear();
    for (const line of all) this.stated.set(idOf(line), line);
  }

  /** The origins that it says it follows. */
  async followed(): Promise<readonly string[]> {
    return (await this.commands.listFollowing()).map(({ origin }) => origin);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
    await this.line[Symbol.asyncDispose]();
    await this.#scratch[Symbol.asyncDispose]();
  }
}
