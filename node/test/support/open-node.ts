import { join } from 'node:path';
import { pino } from 'pino';
import { openNode } from '../../src/app.ts';
import { makeKeys } from '../../src/config/keys-file.ts';
import { nodeSettingsSchema } from '../../src/config/settings.ts';
import type { ImportReport, OpenNode } from '../../src/control/commands.ts';
import { sourceSettingsSchema } from '../../src/model/source-settings.ts';
import { lines, writeDelivery } from './deliveries.ts';
import { freePort } from './free-port.ts';
import { type ScratchFolder, scratchFolder } from './scratch-folder.ts';

const host = '127.0.0.1';
const dayMs = 86_400_000;

const licence = 'https://creativecommons.org/publicdomain/zero/1.0/';

/** A source of our own NDJSON. */
const source = sourceSettingsSchema.parse({ name: 'all', title: 'All', license: licence, attribution: 'All' });

/** A node in this process, over real HTTP on loopback, whose clock the test sets. */
export class NodeInProcess implements AsyncDisposable {
  readonly #scratch: ScratchFolder;
  readonly #port: number;
  readonly #keys = makeKeys({ now: () => Date.parse('2026-01-01T00:00:00Z') }).keys;
  readonly #clock = { nowMs: Date.parse('2026-03-02T06:00:00Z'), now: () => this.#clock.nowMs };
  #node: OpenNode | undefined;
  #deliveries = 0;

  private constructor(scratch: ScratchFolder, port: number) {
    this.#scratch = scratch;
    this.#port = port;
  }

  static async start(): Promise<NodeInProcess> {
    const node = new NodeInProcess(await scratchFolder(), await freePort());
    await node.#open();
    return node;
  }

  get origin(): string {
    return `http://${host}:${this.#port}`;
  }

  get commands(): OpenNode {
    if (this.#node === undefined) throw new Error('the node is closed');
    return this.#node;
  }

  async #open(): Promise<void> {
    const settings = nodeSettingsSchema.parse({
      version: 1,
      name: 'Winkels',
      area: 'Waterveen',
      operator: { name: 'Coöperatie', contact: 'a@b.example' },
      license: licence,
      origin: this.origin,
    });
    const logger = pino({ level: 'silent' });
    const dataFolder = join(this.#scratch.path, 'data');
    const clock = this.#clock;
    this.#node = await openNode({ dataFolder, settings, keys: this.#keys, onOriginChange: 'refuse', logger, clock });
    await this.#node.listen({ host, port: this.#port });
  }

  /** Lets days pass while it stands still, and starts it again. */
  async sleepDays(days: number): Promise<void> {
    await this.#node?.[Symbol.asyncDispose]();
    this.#clock.nowMs += days * dayMs;
    await this.#open();
  }

  /** Imports lines of our own NDJSON; a whole delivery removes what it lacks. */
  async deliver(all: Iterable<string>, { partial }: { readonly partial: boolean }): Promise<ImportReport> {
    this.#clock.nowMs += 1_000;
    this.#deliveries += 1;
    const file = await writeDelivery(this.#scratch.at(`${this.#deliveries}.ndjson`), lines(all));
    const request = { file, source: source.name, settings: source, partial, dryRun: false, allowShrink: true };
    const report = await this.commands.importFile(request, () => {});
    if (report.refused > 0 || report.outcome !== 'complete') throw new Error(JSON.stringify(report));
    return report;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#node?.[Symbol.asyncDispose]();
    await this.#scratch[Symbol.asyncDispose]();
  }
}
