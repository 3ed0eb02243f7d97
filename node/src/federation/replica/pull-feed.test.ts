import { getRequestListener } from '@hono/node-server';
import { thingId } from '@openstraat/spec';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createReplicaWriter } from '../../ingest/replica-writer.ts';
import type { ThingChange } from '../../log/change-log.ts';
import { MemoryChangeLog } from '../../log/memory-change-log.ts';
import { storedTextHash, toStoredText } from '../../log/stored-text.ts';
import { createTestNode, exampleThings, putExampleThings, type TestNode } from '../../output/test-node.ts';
import { pullFeed, type PullOptions } from './pull-feed.ts';
import type { PullProgress, PullResult } from './pull-result.ts';
import { loopbackFetcher, type LoopbackServer, serveOnLoopback } from './test-peer.test-helper.ts';

const fetcher = loopbackFetcher();
const stack: AsyncDisposable[] = [];
afterEach(async () => {
  for (const one of stack.splice(0)) await one[Symbol.asyncDispose]();
});

/** Our own web app on loopback, and a replica of it. */
class Town {
  readonly node: TestNode;
  readonly log: MemoryChangeLog;
  readonly server: LoopbackServer;
  readonly options: PullOptions;

  private constructor(server: LoopbackServer, node: TestNode) {
    this.server = server;
    this.node = node;
    this.log = new MemoryChangeLog({ origin: server.origin, clock: node.clock });
    this.options = {
      peer: server.origin,
      fetcher,
      log: this.log,
      writer: createReplicaWriter(this.log),
      clock: node.clock,
      random: () => 0.5,
    };
  }

  static async start(): Promise<Town> {
    let listener: ReturnType<typeof getRequestListener> | undefined;
    const server = await serveOnLoopback((request, response) => void listener?.(request, response));
    stack.push(server);
    const node = createTestNode({ origin: server.origin });
    listener = getRequestListener(node.app.fetch);
    return new Town(server, node);
  }

  pull(more: Partial<PullOptions> = {}): Promise<PullResult> {
    this.node.clock.nowMs += 61_000;
    return pullFeed({ ...this.options, ...more });
  }

  /** Says of sources what is new; without a name they go. */
  async put(keys: Iterable<number>, name: string | undefined): Promise<void> {
    const { log } = this.node;
    const ids = [...keys].map((key) => thingId('Source', `s${key}`));
    const states = await log.states(ids);
    const things = ids.flatMap((id, at): readonly ThingChange[] => {
      const previous = states[at];
      const base = { id, kind: 'Source' as const, observedAt: undefined, previous };
      if (name === undefined)
        return previous?.hash === undefined ? [] : [{ ...base, text: undefined, hash: undefined }];
      const text = toStoredText({ ...exampleThings.source, id, name, place: undefined });
      const hash = storedTextHash(text, log.origin);
      return hash === previous?.hash ? [] : [{ ...base, text, hash }];
    });
    this.node.clock.nowMs += 1;
    await log.append({ things, records: [] });
  }

  /** Ends each pull behind the page of this number. */
  cutAfter(pages: number): Partial<PullOptions> {
    const cut = new AbortController();
    let left = pages;
    const onProgress = (): void => {
      left -= 1;
      if (left === 0) cut.abort();
    };
    return { signal: cut.signal, onProgress };
  }

  /** What is wrong with the replica. */
  async faults(): Promise<readonly string[]> {
    const [here, there] = [this.log.head(), this.node.log.head()];
    return [
      ...(here.digest === there.digest ? [] : ['the digests differ']),
      ...(here.live === there.live ? [] : [`${here.live} live instead of ${there.live}`]),
      ...(await this.log.verify()),
    ];
  }
}

const numbers = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, at) => from + at);

describe('a pull of our own feed', () => {
  it('ends with the things of the peer under its own ids', async () => {
    const town = await Town.start();
    await putExampleThings(town.node);
    expect(await town.pull()).toMatchObject({ state: 'current', changed: 8, removed: 0, issues: { count: 0 } });
    expect(await town.faults()).toEqual([]);
    for (const { id } of Object.values(exampleThings))
      expect((await town.log.get(id))?.text).toBe((await town.node.log.get(id))?.text);
    expect(await town.log.states([exampleThings.offer.id])).toMatchObject([{ observedAt: '2026-02-20T12:00:00Z' }]);
  });

  it('asks for little when nothing has changed, and for nothing while the answer is fresh', async () => {
    const town = await Town.start();
    await town.put(numbers(0, 20), 'een');
    await town.pull();
    await town.pull();
    const asked = town.server.asked.length;
    const result = await town.pull();
    expect(result).toMatchObject({ state: 'current', entries: 0, pages: 1 });
    expect(result.bytes).toBe(0);
    expect(town.server.asked).toHaveLength(asked + 2);
    expect(await pullFeed(town.options)).toMatchObject({ state: 'current', pages: 0 });
    expect(town.server.asked).toHaveLength(asked + 2);
  });

  it('follows changes and deletions, also those between its pages', async () => {
    const town = await Town.start();
    await town.put(numbers(0, 3_500), 'een');
    let pages = 0;
    const changing = town.pull({
      onProgress: () => {
        pages += 1;
        void town.put([pages * 5, 3_400 - pages], `page ${pages}`);
        void town.put([pages * 7], undefined);
      },
    });
    expect(await changing).toMatchObject({ state: 'current' });
    await town.pull();
    expect(await town.faults()).toEqual([]);
    await town.put(numbers(100, 1_300), undefined);
    await town.put(numbers(0, 40), 'twee');
    expect(await town.pull()).toMatchObject({ state: 'current', removed: 1_200 });
    expect(await town.faults()).toEqual([]);
  });

  it('that was cut off goes on behind its last page, and removes nothing until its walk has ended', async () => {
    const town = await Town.start();
    await town.put(numbers(0, 3_500), 'een');
    expect(await town.pull(town.cutAfter(1))).toMatchObject({
      state: 'behind',
      entries: 1_000,
      reason: { code: 'stopped' },
    });
    const writer = createReplicaWriter(town.log);
    expect(await town.pull({ writer })).toMatchObject({ state: 'current', entries: 2_500 });
    await town.put(numbers(0, 500), undefined);
    await town.put(numbers(3_000, 3_100), 'twee');
    // Both the cursor and the tombstones go: only a walk from nothing finds out.
    await town.node.log.renewEpoch();
    await town.node.log.dropTombstones(Number.MAX_SAFE_INTEGER);
    expect(await town.pull(town.cutAfter(2))).toMatchObject({ state: 'behind', removed: 0 });
    expect(town.log.head().live).toBe(3_500);
    expect(await town.pull()).toMatchObject({ state: 'current', removed: 500 });
    expect(await town.faults()).toEqual([]);
  });

  it('that was cut off in its sweep ends it the next time', async () => {
    const town = await Town.start();
    await town.put(numbers(0, 2_500), 'een');
    await town.pull();
    await town.put(numbers(0, 1_500), undefined);
    await town.node.log.renewEpoch();
    await town.node.log.dropTombstones(Number.MAX_SAFE_INTEGER);
    const cut = new AbortController();
    const onProgress = ({ phase }: PullProgress): void => {
      if (phase === 'sweeping') cut.abort();
    };
    expect(await town.pull({ signal: cut.signal, onProgress })).toMatchObject({ state: 'behind' });
    expect(town.log.head().live).toBe(2_500);
    expect(await town.pull()).toMatchObject({ state: 'current', removed: 1_500 });
    expect(await town.faults()).toEqual([]);
  });
});

type Step = (town: Town, net: { failing: boolean }) => Promise<void>;

describe('a town that lives', () => {
  const anyKeys = fc.array(fc.nat(1_800), { maxLength: 1_500 }).map((keys) => new Set(keys));
  const anyName = fc.constantFrom('een', 'twee', 'drie', undefined);
  const change = fc.tuple(anyKeys, anyName).map(
    ([keys, name]): Step =>
      (town) =>
        town.put(keys, name),
  );
  const steps: fc.Arbitrary<Step> = fc.oneof(
    { weight: 4, arbitrary: change },
    { weight: 3, arbitrary: fc.constant<Step>(async (town) => void (await town.pull())) },
    {
      weight: 2,
      arbitrary: fc.integer({ min: 1, max: 3 }).map(
        (pages): Step =>
          async (town) =>
            void (await town.pull({ ...town.cutAfter(pages), writer: createReplicaWriter(town.log) })),
      ),
    },
    {
      weight: 2,
      arbitrary: fc.constant<Step>(async (town, net) => {
        net.failing = true;
        await town.pull();
        net.failing = false;
      }),
    },
    { weight: 1, arbitrary: fc.constant<Step>(async (town) => void (await town.node.log.renewEpoch())) },
    {
      weight: 1,
      arbitrary: fc.constant<Step>(
        async (town) => void (await town.node.log.dropTombstones(town.node.log.head().position)),
      ),
    },
  );

  it('has a replica that ends equal, whatever is cut, lost or begun anew', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { maxLength: 14 }), fc.infiniteStream(fc.nat(4)), async (all, luck) => {
        const town = await Town.start();
        const net = { failing: false };
        const flaky: PullOptions['fetcher'] = {
          get: async (address, asking) =>
            net.failing && luck.next().value === 0
              ? { ok: false, code: 'connection-broken', words: 'cut' }
              : fetcher.get(address, asking),
        };
        Object.assign(town.options, { fetcher: flaky });
        await town.put(numbers(0, 1_200), 'nul');
        for (const step of all) await step(town, net);
        let result = await town.pull();
        for (let more = 0; more < 5 && result.state !== 'current'; more += 1) result = await town.pull();
        expect(result.state).toBe('current');
        expect(await town.faults()).toEqual([]);
        for (const one of stack.splice(0)) await one[Symbol.asyncDispose]();
      }),
      { numRuns: 12 },
    );
  });
});
