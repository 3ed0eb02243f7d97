import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { scratchFolder } from './bench-node.ts';
import { type Cost, oneEach, printCosts } from './federation/cost.ts';
import { type CountingProxy, countingProxy } from './federation/counting-proxy.ts';
import { type LineChild, startLineChild } from './federation/line-child.ts';
import { playFollowers } from './federation/play-followers.ts';
import { type Changes, changesOf } from './federation/write-changes.ts';
import { type BenchSize, writeNdjson } from './generate.ts';

const changesMost = 10_000;
const deliveriesMany = 100;
const lookMs = 20;
const secondsMax = 120;
/** Longer than the node waits between two notices: what was to come has come. */
const quietMs = 8_000;

/** A node in a process of its own, behind a proxy that counts. */
interface BenchNode {
  readonly child: LineChild;
  readonly proxy: CountingProxy;
}

const cpuOf = async ({ child }: BenchNode): Promise<number> =>
  (await child.ask<{ seconds: number }>({ cpu: true })).seconds;

const startNode = async (owners: AsyncDisposableStack, folder: string): Promise<BenchNode> => {
  const proxy = owners.use(await countingProxy());
  const child = owners.use(
    await startLineChild('federation-node-child.ts', [folder, proxy.origin, String(proxy.behind)]),
  );
  return { child, proxy };
};

const importFile = async ({ child }: BenchNode, file: string): Promise<void> => {
  const { refused } = await child.ask<{ refused: number }>({ import: file });
  if (refused > 0) throw new Error(`${file}: ${refused} rows were refused`);
};

/** Until a search at a node shows a price. */
const untilShown = async ({ proxy }: BenchNode, gtin: string, price: string): Promise<void> => {
  // Asked behind the proxy, so that the looking is not counted.
  const url = `http://127.0.0.1:${proxy.behind}/search?gtin=${gtin}`;
  for (const startedAt = performance.now(); ;) {
    const answer = await fetch(url, { headers: { accept: 'application/json' } });
    if ((await answer.text()).includes(`"${price}"`)) return;
    if (performance.now() - startedAt > secondsMax * 1_000) throw new Error(`${price} is not to be seen at ${url}`);
    await wait(lookMs);
  }
};

/** Activities that a node's inbox has taken, whatever came of them. */
const activitiesAt = async ({ proxy }: BenchNode): Promise<number> => {
  const text = await (await fetch(`http://127.0.0.1:${proxy.behind}/metrics`)).text();
  const counts = text.matchAll(
    /^openstraat_inbox_activities_total\{outcome="(?:accepted|repeated|ignored)"\} (\d+)$/gm,
  );
  return counts.reduce((sum, [, count]) => sum + Number(count), 0);
};

/** What something takes that one node does and another learns of. */
const measure = async (
  nodes: { readonly source: BenchNode; readonly follower: BenchNode },
  about: Pick<Cost, 'what' | 'asked'>,
  act: () => Promise<number>,
): Promise<Cost> => {
  const { source, follower } = nodes;
  const look = async () => ({
    activities: (await activitiesAt(source)) + (await activitiesAt(follower)),
    bytes: [source, follower].reduce((sum, { proxy }) => sum + proxy.traffic().sent + proxy.traffic().received, 0),
    sourceCpu: await cpuOf(source),
    followerCpu: await cpuOf(follower),
  });
  const before = await look();
  const seconds = await act();
  await wait(quietMs);
  const after = await look();
  return {
    ...about,
    seconds,
    activities: after.activities - before.activities,
    bytes: after.bytes - before.bytes,
    sourceCpu: after.sourceCpu - before.sourceCpu,
    followerCpu: after.followerCpu - before.followerCpu,
  };
};

const timed = async (act: () => Promise<void>): Promise<number> => {
  const startedAt = performance.now();
  await act();
  return (performance.now() - startedAt) / 1_000;
};

/** One node follows another: from nothing, then after changes. */
const measurePair = async (
  nodes: { readonly source: BenchNode; readonly follower: BenchNode },
  changes: Changes,
  first: { readonly price: string; readonly offers: number; readonly changesMany: number },
): Promise<readonly Cost[]> => {
  const { source, follower } = nodes;
  const { changesMany } = first;
  const deliver = async (deliveries: number): Promise<number> => {
    let price = '';
    for (let left = deliveries; left > 0; left -= 1) {
      const delivery = await changes.write(changesMany / deliveries);
      await importFile(source, delivery.file);
      ({ price } = delivery);
    }
    return timed(() => untilShown(follower, changes.markGtin, price));
  };
  const many = changesMany.toLocaleString('en');
  return [
    await measure(
      nodes,
      {
        what: `a cold replica of ${first.offers.toLocaleString('en')} offers, until they are searchable`,
        asked: '≤ 15 s',
      },
      () =>
        timed(async () => {
          await follower.child.ask({ follow: source.proxy.origin });
          await untilShown(follower, changes.markGtin, first.price);
        }),
    ),
    await measure(
      nodes,
      {
        what: `${many} changes in one delivery, until the last is searchable at the follower`,
        asked: '≤ 5 s, a handful of activities',
      },
      () => deliver(1),
    ),
    await measure(
      nodes,
      {
        what: `${many} changes in ${deliveriesMany} deliveries, from the end of the last`,
        asked: '≤ 5 s, a handful of activities',
      },
      () => deliver(deliveriesMany),
    ),
  ];
};

/** Measures what it costs to keep up with a node, and to be kept up with. */
export const benchFederation = async ({ offers }: BenchSize): Promise<void> => {
  const size: BenchSize = { shops: 50, products: offers / 50, offers: offers / 10 };
  const changesMany = Math.min(changesMost, size.offers);
  await using folder = await scratchFolder();
  await using owners = new AsyncDisposableStack();
  const file = join(folder.path, 'all.ndjson');
  // One product more than there are offers of, to look at.
  await writeNdjson(file, size, size.products + 1);
  const changesFolder = join(folder.path, 'changes');
  await mkdir(changesFolder);
  const changes = changesOf(size, changesFolder);
  const source = await startNode(owners, join(folder.path, 'source'));
  await importFile(source, file);
  const mark = await changes.write(1);
  await importFile(source, mark.file);
  const follower = await startNode(owners, join(folder.path, 'follower'));
  const [cold, ...kept] = await measurePair({ source, follower }, changes, {
    price: mark.price,
    offers: size.offers,
    changesMany,
  });
  // The follower is a follower still: it takes its share of the processor in what follows, as it would.
  const played = await playFollowers({
    origin: source.proxy.origin,
    quietMs,
    sourceCpu: () => cpuOf(source),
    change: async (count) => {
      await importFile(source, (await changes.write(count)).file);
    },
    changesMany,
  });
  printCosts(
    'one follower, two processes; bytes on the wire, both ways',
    [cold, ...kept].flatMap((cost) => cost ?? []),
  );
  const [one] = played;
  printCosts('200 followers, one process playing them; bytes of the activities', [
    ...played,
    ...(one === undefined
      ? []
      : [
          oneEach(
            `${changesMany.toLocaleString('en')} changes, had each been an activity to each of them`,
            one,
            changesMany * one.activities,
          ),
          oneEach(`the same to one follower alone`, one, changesMany),
        ]),
  ]);
};
