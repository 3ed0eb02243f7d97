import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Fault } from '../../model/fault.ts';
import { openReplicas, type Replica, type Replicas } from '../replica/replicas.ts';
import { ScriptedPeer } from '../replica/scripted-peer.test-helper.ts';
import { loopbackFetcher } from '../replica/test-peer.test-helper.ts';
import { openFederationStore } from '../store/open-federation-store.ts';
import { HandClock } from '../store/store.fixture.ts';
import { createFollowing, type Following, type FollowingOptions } from './create-following.ts';

type OpenReplica = (
  folder: string,
  origin: string,
  clock: HandClock,
) => Promise<{ readonly log: Replica['log'] & AsyncDisposable; readonly writer: Replica['writer'] }>;

/** Has something end with the test, behind what was opened after it. */
export const endingWithTest = <T extends AsyncDisposable>(one: T): T => {
  onTestFinished(() => one[Symbol.asyncDispose]());
  return one;
};

/** A peer that has things of these names, until the test ends. */
export const startPeer = async (...names: readonly string[]): Promise<ScriptedPeer> => {
  const peer = endingWithTest(await ScriptedPeer.start());
  peer.put(...names.map((name) => [name, name] as const));
  return peer;
};

/** Following on real stores in a folder, over real HTTP, with a clock that stands. It ends with the test. */
export class FollowingInTest implements AsyncDisposable {
  readonly clock = new HandClock();
  readonly said: string[] = [];
  /** Writes of pages that fail before one does not. */
  writesToFail = 0;
  readonly #folder: string;
  readonly #openReplica: OpenReplica;
  #open: AsyncDisposableStack | undefined;
  #following: Following | undefined;
  #replicas: Replicas | undefined;
  #tables: FollowingOptions['tables'] | undefined;

  private constructor(folder: string, openReplica: OpenReplica) {
    this.#folder = folder;
    this.#openReplica = openReplica;
  }

  /** @param openReplica only rooms that write logs can */
  static async make(openReplica: OpenReplica, more: Partial<FollowingOptions> = {}): Promise<FollowingInTest> {
    const folder = await mkdtemp(join(tmpdir(), 'os-following-'));
    const made = endingWithTest(new FollowingInTest(folder, openReplica));
    await made.restart(more);
    return made;
  }

  get following(): Following {
    if (this.#following === undefined) throw new Error('closed');
    return this.#following;
  }

  get replicas(): Replicas {
    if (this.#replicas === undefined) throw new Error('closed');
    return this.#replicas;
  }

  get tables(): FollowingOptions['tables'] {
    if (this.#tables === undefined) throw new Error('closed');
    return this.#tables;
  }

  get replicaFolder(): string {
    return join(this.#folder, 'replicas');
  }

  /** Opens everything anew, as a process does that starts again. */
  async restart(more: Partial<FollowingOptions> = {}): Promise<void> {
    await this.#open?.disposeAsync();
    const open = new AsyncDisposableStack();
    this.#open = open;
    const { clock } = this;
    const say = (_facts: unknown, said: string): void => void this.said.push(said);
    const logger = { info: say, warn: say, error: say } as unknown as FollowingOptions['logger'];
    const store = open.use(await openFederationStore(join(this.#folder, 'federation'), { clock }));
    this.#tables = store.tables;
    const fetcher = open.use(loopbackFetcher());
    const onDamaged = (_peer: string, fault: Fault): void => void this.said.push(fault.code);
    this.#replicas = open.use(
      await openReplicas(
        this.replicaFolder,
        async (path, peer) => {
          const { log, writer } = await this.#openReplica(path, peer, clock);
          const applyPage: typeof writer.applyPage = (...page) => {
            this.writesToFail -= 1;
            return this.writesToFail >= 0
              ? Promise.reject(new Fault('disk-full', 'The disk is full.'))
              : writer.applyPage(...page);
          };
          return { log, writer: { ...writer, applyPage } };
        },
        onDamaged,
      ),
    );
    this.#following = open.use(
      await createFollowing({
        tables: store.tables,
        replicas: this.#replicas,
        fetcher,
        clock,
        random: () => 0.5,
        logger,
        own: { origin: 'http://127.0.0.1:1', language: 'nl', publicKeys: [] },
        plainHttp: true,
        tombstoneDays: 30,
        onChange: () => Promise.resolve(),
        ...more,
      }),
    );
  }

  /** Lets time pass, and what is due then. */
  async pass(milliseconds: number): Promise<void> {
    this.clock.turn(milliseconds);
    await this.following.wake();
  }

  /** Names of the sources that projections see, by peer. */
  async names(): Promise<Readonly<Record<string, readonly string[]>>> {
    const all: Record<string, readonly string[]> = {};
    for (const log of this.following.logs()) {
      const { entries } = await log.page(0, 1_000);
      all[log.origin] = entries.flatMap(({ text }) => /"name":"(.*?)"/.exec(text ?? '')?.[1] ?? []).toSorted();
    }
    return all;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#open?.disposeAsync();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
