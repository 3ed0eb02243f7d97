import { join } from 'node:path';
import { benchSource, scratchFolder } from './bench-node.ts';
import { importInChild, serveInChild } from './child.ts';
import { type BenchSize, writeNdjson } from './generate.ts';
import { type Figure, median, perSecond, printTable } from './table.ts';

interface Walk {
  readonly items: number;
  readonly bytes: number;
  readonly seconds: number;
}

/** A plain reader: follows `next` to the end, and parses every page. */
const walk = async (url: string, origin: string, headers: Record<string, string>): Promise<Walk> => {
  const started = performance.now();
  let items = 0;
  let bytes = 0;
  for (let next = `${url}/feed`; ;) {
    const response = await fetch(next, { headers });
    const text = await response.text();
    bytes += text.length;
    const page = JSON.parse(text) as { items: unknown[]; next: string; checkpoint?: unknown };
    items += page.items.length;
    if (page.checkpoint !== undefined) return { items, bytes, seconds: (performance.now() - started) / 1_000 };
    next = url + page.next.slice(origin.length);
  }
};

/** Measures a walk of the whole feed over HTTP by one client, in three codings. */
export const benchFeed = async (size: BenchSize): Promise<void> => {
  await using folder = await scratchFolder();
  const file = join(folder.path, 'all.ndjson');
  await writeNdjson(file, size);
  const dataFolder = join(folder.path, 'data');
  await importInChild(dataFolder, file, benchSource('all'));
  await using served = await serveInChild(dataFolder);
  const first = (await (await fetch(`${served.url}/feed`)).json()) as { next: string };
  const { origin } = new URL(first.next);
  const figures: Figure[] = [];
  for (const coding of ['identity', 'gzip', 'zstd']) {
    const walks: Walk[] = [];
    for (let round = 0; round < 3; round++) walks.push(await walk(served.url, origin, { 'accept-encoding': coding }));
    const seconds = median(walks.map((one) => one.seconds));
    const { items = 0, bytes = 0 } = walks[0] ?? {};
    figures.push({
      what: `walk of ${items.toLocaleString('en')} items, ${Math.round(bytes / 2 ** 20)} MB of JSON, ${coding}, parsed by the client (median of 3)`,
      value: perSecond(items, seconds),
      target: coding === 'identity' ? '≥ 150,000/s' : '–',
    });
  }
  printTable('feed: one client over HTTP, server and client on two cores', figures);
};
