import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { feedPageItemsMax } from '@openstraat/spec';
import { benchSource, scratchFolder } from './bench-node.ts';
import { importInChild, serveInChild } from './child.ts';
import { type BenchSize, writeNdjson } from './generate.ts';
import { type Figure, median, perSecond, printTable } from './table.ts';

const buildLookMs = 500;

interface Page {
  readonly items: readonly unknown[];
  readonly next: string;
  readonly checkpoint?: unknown;
}

interface Walk {
  readonly items: number;
  readonly bytes: number;
  readonly seconds: number;
}

/** A reader that follows `next` to the end; it parses every page, or only looks for where to go on. */
const walk = async (url: string, origin: string, headers: Record<string, string>, parses: boolean): Promise<Walk> => {
  const started = performance.now();
  let items = 0;
  let bytes = 0;
  for (let next = `${url}/feed`; ;) {
    const response = await fetch(next, { headers });
    const text = await response.text();
    bytes += text.length;
    const start = text.slice(0, text.indexOf('"items":['));
    const page = JSON.parse(parses ? text : `${start}"items":[]}`) as Page;
    items += parses
      ? page.items.length
      : page.checkpoint === undefined
        ? feedPageItemsMax
        : text.split('"modified":').length - 1;
    if (page.checkpoint !== undefined) return { items, bytes, seconds: (performance.now() - started) / 1_000 };
    next = url + page.next.slice(origin.length);
  }
};

/** A node builds its search index behind the first requests: it is at rest when a search is answered. */
const atRest = async (url: string): Promise<void> => {
  for (;;) {
    const { status } = await fetch(`${url}/search?q=pomp`, { headers: { accept: 'application/json' } });
    if (status !== 503) return;
    await wait(buildLookMs);
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
  await atRest(served.url);
  const first = (await (await fetch(`${served.url}/feed`)).json()) as { next: string };
  const { origin } = new URL(first.next);
  const figures: Figure[] = [];
  for (const { coding, parses } of [
    { coding: 'identity', parses: false },
    { coding: 'identity', parses: true },
    { coding: 'gzip', parses: true },
    { coding: 'zstd', parses: true },
  ]) {
    const walks: Walk[] = [];
    for (let round = 0; round < 3; round++)
      walks.push(await walk(served.url, origin, { 'accept-encoding': coding }, parses));
    const seconds = median(walks.map((one) => one.seconds));
    const { items = 0, bytes = 0 } = walks[0] ?? {};
    figures.push({
      what: `walk of ${items.toLocaleString('en')} items, ${Math.round(bytes / 2 ** 20)} MB of JSON, ${coding}, ${parses ? 'every page parsed by the client' : 'read, not parsed'} (median of 3)`,
      value: perSecond(items, seconds),
      target: coding === 'identity' ? '≥ 150,000/s' : '–',
    });
  }
  printTable('feed: one client over HTTP, server and client on two cores', figures);
};
