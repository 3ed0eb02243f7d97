import { deepEqual, equal } from 'node:assert/strict';
import type { ImportReport } from '../../src/control/commands.ts';
import { lines, offerLine, placeLine, productLine, writeDelivery } from './deliveries.ts';
import { FeedReader } from './feed-reader.ts';
import { freePort } from './free-port.ts';
import { makeNode, problemsOf, statsOf } from './make-node.ts';
import { done, openstraat } from './openstraat.ts';
import { RunningNode } from './running-node.ts';
import { scratchFolder, type ScratchFolder } from './scratch-folder.ts';
import { SeededRandom } from './seeded-random.ts';

const sources = ['aap', 'noot', 'mies'] as const;
type SourceName = (typeof sources)[number];
const products = 400;

const idOf = (line: string): string => (JSON.parse(line) as { id: string }).id;

/** A node that lives through whatever comes, beside a model of what it should have and a reader that never stops reading. */
class RandomLife implements AsyncDisposable {
  readonly #random: SeededRandom;
  readonly #scratch: ScratchFolder;
  readonly #port: number;
  readonly #reader: FeedReader;
  /** What each source states, by id; a source that never delivered has no entry. */
  readonly #stated = new Map<SourceName, Map<string, string>>();
  #folder = 'data-0';
  #node: RunningNode | undefined;
  #count = 0;
  readonly told: string[] = [];

  constructor(seed: number, scratch: ScratchFolder, port: number) {
    this.#random = new SeededRandom(seed);
    this.#scratch = scratch;
    this.#port = port;
    this.#reader = new FeedReader(this.#origin);
  }

  get #origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get #data(): readonly string[] {
    return ['--data', this.#scratch.at(this.#folder)];
  }

  async begin(): Promise<void> {
    await makeNode(this.#scratch.at(this.#folder), this.#origin);
    await this.#start();
  }

  async #start(): Promise<void> {
    this.#node = await RunningNode.start(['--port', String(this.#port), ...this.#data]);
  }

  /** One thing that happens, and what it happened to. */
  async step(): Promise<void> {
    const name = this.#random.pick(sources);
    const happens = this.#random.pick([
      'whole',
      'whole',
      'partial',
      'cut off',
      'killed',
      'killed',
      'remove',
      'restart',
      'kill',
      'restore',
    ] as const);
    this.told.push(`${happens} ${name}`);
    if (happens === 'whole') await this.#deliver(name, this.#whole(name));
    else if (happens === 'partial') await this.#deliver(name, this.#some(name), ['--partial']);
    else if (happens === 'cut off') await this.#deliverCutOff(name);
    else if (happens === 'killed') await this.#deliverKilled(name);
    else if (happens === 'remove') await this.#remove(name);
    else if (happens === 'restore') await this.#restore();
    else {
      await this.#node?.stop(happens === 'kill' ? 'SIGKILL' : 'SIGTERM');
      await this.#start();
    }
  }

  #price(): string {
    return `${1 + this.#random.below(20)}.50`;
  }

  /** A new snapshot: the place, and a random share of the products with offers, the old prices mostly kept. */
  #whole(name: SourceName): Map<string, string> {
    const share = this.#random.next();
    const before = this.#stated.get(name);
    const all = [placeLine(name)];
    for (let index = 0; index < products; index += 1) {
      if (this.#random.next() > share) continue;
      const offer = offerLine(index, name, this.#price());
      const old = before?.get(idOf(offer));
      all.push(productLine(index), old !== undefined && this.#random.next() < 0.7 ? old : offer);
    }
    return new Map(all.map((line) => [idOf(line), line]));
  }

  #some(name: SourceName): Map<string, string> {
    const all = [placeLine(name)];
    for (let count = this.#random.below(40); count >= 0; count -= 1) {
      const index = this.#random.below(products);
      all.push(productLine(index), offerLine(index, name, this.#price()));
    }
    return new Map(all.map((line) => [idOf(line), line]));
  }

  async #write(content: string): Promise<string> {
    this.#count += 1;
    return writeDelivery(this.#scratch.at(`${this.#count}.ndjson`), content);
  }

  #import(file: string, name: SourceName, given: readonly string[]) {
    const flags = ['--source', name, '--attribution', name, '--allow-shrink', '--json', ...given];
    return openstraat(['import', file, ...flags, ...this.#data]);
  }

  #know(name: SourceName, brought: ReadonlyMap<string, string>, isWhole: boolean): void {
    this.#stated.set(name, new Map([...(isWhole ? [] : (this.#stated.get(name) ?? [])), ...brought]));
  }

  async #deliver(name: SourceName, brought: ReadonlyMap<string, string>, given: readonly string[] = []): Promise<void> {
    const { code, output, errors } = await this.#import(await this.#write(lines(brought.values())), name, given);
    deepEqual([code, errors], [0, '']);
    const { outcome, refused } = JSON.parse(output) as ImportReport;
    deepEqual([outcome, refused], ['complete', 0]);
    this.#know(name, brought, given.length === 0);
  }

  async #deliverCutOff(name: SourceName): Promise<void> {
    const brought = [...this.#whole(name)].slice(0, 200);
    const text = lines(brought.map(([, line]) => line));
    const { code } = await this.#import(await this.#write(text.slice(0, -20)), name, []);
    equal(code, 3);
    this.#know(name, new Map(brought.slice(0, -1)), false);
  }

  /** Kills the node in the middle of an import, and does the import again. */
  async #deliverKilled(name: SourceName): Promise<void> {
    const brought = this.#whole(name);
    const file = await this.#write(lines(brought.values()));
    const importing = this.#import(file, name, []);
    const ended = new AbortController();
    void importing.finally(() => ended.abort());
    const { position } = await statsOf(this.#data);
    while (!ended.signal.aborted) {
      const metrics = await (await fetch(`${this.#origin}/metrics`)).text();
      if (Number(/^openstraat_log_position (\d+)$/m.exec(metrics)?.[1] ?? '0') > position) break;
    }
    await this.#node?.stop('SIGKILL');
    await importing;
    await this.#start();
    await this.#deliver(name, brought);
  }

  async #remove(name: SourceName): Promise<void> {
    if (!this.#stated.has(name)) return;
    await done(['source', 'remove', name, '--allow-shrink', ...this.#data]);
    this.#stated.delete(name);
  }

  async #restore(): Promise<void> {
    this.#count += 1;
    const [backup, folder] = [this.#scratch.at(`backup-${this.#count}`), `data-${this.#count}`];
    await done(['backup', backup, ...this.#data]);
    await this.#node?.stop('SIGKILL');
    await done(['restore', backup, '--data', this.#scratch.at(folder)]);
    this.#folder = folder;
    await this.#start();
  }

  /** Compares the node, its model, and the reader. */
  async check(): Promise<void> {
    const checkpoint = await this.#reader.keepUp();
    const stats = await statsOf(this.#data);
    const expected = new Set<string>();
    for (const [name, things] of this.#stated)
      for (const id of [`/sources/${name}`, ...things.keys()]) expected.add(this.#origin + id);
    deepEqual(this.#reader.live, [...expected].toSorted());
    deepEqual([this.#reader.digest, stats.digest], [checkpoint.digest, checkpoint.digest]);
    deepEqual(await problemsOf(this.#data), []);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#node?.[Symbol.asyncDispose]();
    await this.#scratch[Symbol.asyncDispose]();
  }
}

/** Lives through so many steps of a seed; what goes wrong says where. @returns what happened */
export const liveRandomly = async (seed: number, steps: number): Promise<readonly string[]> => {
  await using life = new RandomLife(seed, await scratchFolder(), await freePort());
  await life.begin();
  for (let step = 0; step < steps; step += 1) {
    try {
      await life.step();
      await life.check();
    } catch (cause) {
      throw new Error(`Seed ${seed}, step ${step}, after: ${life.told.join(', ')}`, { cause });
    }
  }
  return life.told;
};
