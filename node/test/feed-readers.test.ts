import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { nodeDescriptionSchema, verifyDocument } from '@openstraat/spec';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patience } from '../src/model/patience.test-helper.ts';
import { offerLine, placeLine, productLine } from './support/deliveries.ts';
import { replicate, validateRpde } from './support/feed-clients.ts';
import { FeedReader } from './support/feed-reader.ts';
import { NodeInProcess } from './support/open-node.ts';

const products = 2_500;

/** A town of two places: every product is in the first, every third in the other. */
function* town({ price = '1.00', from = 0, to = products } = {}): Generator<string> {
  yield placeLine('een');
  yield placeLine('twee');
  for (let index = from; index < to; index += 1) {
    yield productLine(index);
    yield offerLine(index, 'een', price);
    if (index % 3 === 0) yield offerLine(index, 'twee', price);
  }
}

const somePrices = (count: number, price: string): string[] =>
  Array.from({ length: count }, (_, index) => offerLine(index * 7, 'een', price));

let node: NodeInProcess;
beforeAll(async () => {
  node = await NodeInProcess.start();
  await node.deliver(town(), { partial: false });
  // Every tenth product goes, with its offers: tombstones stand among the living.
  await node.deliver(
    [...town()].filter((line) => !/"\/products\/\d+0\d"|\/offers\/\d+0\d\./.test(line)),
    { partial: false },
  );
}, 180_000);
afterAll(() => node?.[Symbol.asyncDispose]());

/** Walks as plain JSON, and compares with the checkpoint and with what the node counts. */
const readPlainly = async (): Promise<FeedReader> => {
  const reader = new FeedReader(node.origin);
  const checkpoint = await reader.readToHead();
  expect([reader.digest, reader.live.length]).toEqual([checkpoint.digest, checkpoint.live]);
  const stats = await node.commands.stats();
  expect([stats.digest, stats.live, stats.tombstones]).toEqual([
    checkpoint.digest,
    reader.live.length,
    reader.held.size - reader.live.length,
  ]);
  return reader;
};

const readersAgree = async (): Promise<void> => {
  const { versions } = await readPlainly();
  expect((await replicate(`${node.origin}/feed`)).versions).toEqual(versions);
  expect((await validateRpde(`${node.origin}/feed`)).failures).toEqual([]);
};

describe('a feed that stands still', () => {
  it('is the same to a plain JSON reader, an LDES client and an RPDE validator', async () => {
    const { held, live } = await readPlainly();
    expect(live.length).toBeGreaterThan(4_000);
    expect(held.size - live.length).toBeGreaterThan(100);
    await readersAgree();
    expect((await validateRpde(`${node.origin}/feed`)).pages).toBeGreaterThanOrEqual(held.size / 1_000);
  });

  it('ends with a checkpoint that a key of the description has signed', async () => {
    const reader = await readPlainly();
    const description = nodeDescriptionSchema.parse(
      await (await fetch(`${node.origin}/.well-known/openstraat`)).json(),
    );
    const { checkpoint } = reader;
    const key = description.keys.find(({ id }) => id === checkpoint?.proof.verificationMethod);
    expect(verifyDocument(checkpoint ?? {}, key?.publicKeyMultibase ?? '')).toBe(true);
    expect(verifyDocument({ ...checkpoint, live: 1 }, key?.publicKeyMultibase ?? '')).toBe(false);
    expect(await (await fetch(`${node.origin}/feed/checkpoint`)).json()).toEqual(checkpoint);
  });

  it('is replicated by the command that people type: npx ldes-client', async () => {
    const command = fileURLToPath(new URL('../../node_modules/ldes-client/dist/bin/cli.js', import.meta.url));
    const given = [command, `${node.origin}/feed`];
    const { stdout } = await promisify(execFile)(process.execPath, given, { env: {}, maxBuffer: 1 << 28 });
    const replicated = [...stdout.matchAll(/^<(\S+)> <http:\/\/purl\.org\/dc\/terms\/isVersionOf> /gm)];
    const { versions } = await readPlainly();
    expect(replicated.map(([, version = '']) => version).toSorted()).toEqual(versions);
  });
});

/** Changes something after each of the first pages. */
const changesBetweenPages = (): (() => Promise<void>) => {
  let pages = 0;
  return async () => {
    pages += 1;
    if (pages > 6) return;
    await node.deliver(somePrices(40 + pages, `${pages}.25`), { partial: true });
  };
};

describe('a feed that changes during the walk', () => {
  it('leaves a plain JSON reader with what the last checkpoint says', async () => {
    const reader = new FeedReader(node.origin);
    reader.onPage = changesBetweenPages();
    for (let checkpoint = await reader.readToHead(); ; checkpoint = await reader.readToHead()) {
      expect([reader.digest, reader.live.length]).toEqual([checkpoint.digest, checkpoint.live]);
      if (checkpoint.digest === (await node.commands.stats()).digest) break;
    }
  });

  it('leaves an LDES client with the newest version of everything', async () => {
    const { newest } = await replicate(`${node.origin}/feed`, changesBetweenPages());
    const { versions } = await readPlainly();
    // What changed after the client had read the head is not in its walk.
    const missing = versions.filter((version) => !newest.includes(version));
    expect(missing).toEqual([]);
  });

  it('satisfies an RPDE validator', async () => {
    const change = changesBetweenPages();
    const changes = (async () => {
      for (let round = 0; round < 6; round += 1) await change();
    })();
    const { failures } = await validateRpde(`${node.origin}/feed`);
    await changes;
    // RPDE allows it where an item changes meanwhile, and the validator, which can't know that, says so in its message.
    expect(failures.filter((failure) => !failure.includes('no_duplicate_items'))).toEqual([]);
  });
});

describe('a feed whose old positions have emptied out', () => {
  it('is the same to all readers, also to one that stands in the gap', async () => {
    const behind = new FeedReader(node.origin);
    await behind.readPage();
    for (const price of ['3.10', '3.20', '3.30'])
      await node.deliver(
        [...town({ price })].filter((line) => line.includes('Offer')),
        { partial: true },
      );
    const first = (await (await fetch(`${node.origin}/feed`)).json()) as { items: unknown[] };
    expect(first.items).toHaveLength(1_000);
    await readersAgree();
    const checkpoint = await behind.readToHead();
    expect(behind.digest).toBe(checkpoint.digest);
  });
});

describe('a feed that is older than its retention', () => {
  it('lets first walks end, and sends back only who may have missed a tombstone', async () => {
    const upToDate = new FeedReader(node.origin);
    await upToDate.readToHead();
    await upToDate.readPage();
    await node.deliver(town({ from: 800 }), { partial: false });
    const hasSeenThem = new FeedReader(node.origin);
    await hasSeenThem.readToHead();

    await node.sleepDays(29);
    const { tombstones } = await node.commands.stats();
    // LIVE-017: nothing has changed for weeks when this walk begins, and the tombstones go in its middle.
    const walking = new FeedReader(node.origin);
    await walking.readPage();
    expect(tombstones).toBeGreaterThan(1_500);
    await node.sleepDays(2);
    await expect.poll(async () => (await node.commands.stats()).tombstones, patience).toBeLessThan(tombstones);

    expect(await upToDate.readPage()).toMatchObject({
      status: 410,
      problem: { mediaType: 'application/problem+json', body: expect.stringContaining('cursor-gone') as string },
    });
    for (const reader of [hasSeenThem, walking]) {
      const checkpoint = await reader.readToHead();
      expect(reader.digest).toBe(checkpoint.digest);
    }
    await node.deliver(somePrices(30, '4.50'), { partial: true });
    await readersAgree();
    expect((await upToDate.keepUp()).digest).toBe(upToDate.digest);
    expect((await node.commands.verify()).problems).toEqual([]);
  });
});
