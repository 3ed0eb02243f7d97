import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Candidate } from '../src/model/draft.ts';
import { createIngest } from '../src/ingest/ingest.ts';
import { openLevelChangeLog } from '../src/log/open-level-change-log.ts';
import { benchOrigin, benchSource, scratchFolder } from './bench-node.ts';
import { importInChild, serveInChild } from './child.ts';
import {
  benchGtin,
  benchOffers,
  type BenchSize,
  writeLocalInventory,
  writeNdjson,
  writePlaces,
  writeProductFeed,
} from './generate.ts';
import { startPostgres } from './postgres.ts';
import { type Figure, inSeconds, megabytes, perSecond, printTable } from './table.ts';

const ndjsonFigures = async (folder: string, size: BenchSize): Promise<Figure[]> => {
  const file = join(folder, 'all.ndjson');
  const quarterFile = join(folder, 'quarter.ndjson');
  await writeNdjson(file, size);
  await writeNdjson(quarterFile, { ...size, offers: Math.ceil(size.offers / 4) });
  const dataFolder = join(folder, 'ndjson');
  const first = await importInChild(dataFolder, file, benchSource('all'));
  const again = await importInChild(dataFolder, file, benchSource('all'));
  const quarter = await importInChild(join(folder, 'quarter'), quarterFile, benchSource('all'));
  await using served = await serveInChild(dataFolder);
  return [
    {
      what: `NDJSON, ${first.rows.toLocaleString('en')} documents, new`,
      value: perSecond(first.rows, first.seconds),
      target: '≥ 50,000/s',
    },
    { what: 'the same file again: nothing changes', value: perSecond(again.rows, again.seconds), target: '–' },
    { what: 'peak memory of that import', value: megabytes(first.peakMB), target: '≤ 600 MB' },
    {
      what: 'peak memory with a quarter of the offers',
      value: megabytes(quarter.peakMB),
      target: 'independent of file size',
    },
    {
      what: `start with ${first.added.toLocaleString('en')} things, until it listens`,
      value: inSeconds(served.openSeconds),
      target: '≤ 10 s',
    },
    { what: 'memory of the node after that start', value: megabytes(served.peakMB), target: '–' },
  ];
};

const inventoryFigures = async (folder: string, size: BenchSize): Promise<Figure[]> => {
  const dataFolder = join(folder, 'inventory');
  const [places, feed, inventory] = ['places.ndjson', 'feed.tsv', 'inventory.tsv'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  await writePlaces(places, size);
  await writeProductFeed(feed, size);
  await writeLocalInventory(inventory, size);
  await importInChild(dataFolder, places, benchSource('places'));
  const products = await importInChild(dataFolder, feed, benchSource('feed', { offers: false }));
  const stores = Object.fromEntries(Array.from({ length: size.shops }, (_, shop) => [`S${shop}`, `shop-${shop}`]));
  const first = await importInChild(dataFolder, inventory, benchSource('inventory', { stores }));
  const again = await importInChild(dataFolder, inventory, benchSource('inventory', { stores }));
  return [
    {
      what: `local inventory TSV, ${first.rows.toLocaleString('en')} rows, new`,
      value: perSecond(first.rows, first.seconds),
      target: '≥ 40,000/s',
    },
    { what: 'the same file again: nothing changes', value: perSecond(again.rows, again.seconds), target: '–' },
    { what: 'peak memory of that import', value: megabytes(first.peakMB), target: '≤ 600 MB' },
    {
      what: `product feed TSV, ${products.rows.toLocaleString('en')} rows, new`,
      value: perSecond(products.rows, products.seconds),
      target: '–',
    },
  ];
};

const offerCandidate = (product: number, shop: number, stock: number): Candidate => {
  const gtin = benchGtin(product);
  return {
    kind: 'Offer',
    id: `/offers/${gtin}.shop-${shop}`,
    source: 'all',
    scope: `shop-${shop}`,
    data: {
      id: `/offers/${gtin}.shop-${shop}`,
      type: 'Offer',
      itemOffered: `/products/${gtin}`,
      gtin,
      availableAtOrFrom: `/places/shop-${shop}`,
      availability: 'InStock',
      observedAt: `2026-11-21T0${stock % 10}:00:00Z`,
      source: '/sources/all',
      price: '9.95',
      priceCurrency: 'EUR',
      stock,
    },
  };
};

const updateFigures = async (folder: string, size: BenchSize): Promise<Figure[]> => {
  const updates = 20_000;
  const inFlight = 64;
  await using log = await openLevelChangeLog(join(folder, 'ndjson/log'), {
    origin: benchOrigin,
    clock: { now: () => Date.now() },
  });
  const ingest = createIngest(log);
  const offers = [...benchOffers({ ...size, offers: updates })];
  const started = performance.now();
  let next = 0;
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      for (let offer = offers[next++]; offer !== undefined; offer = offers[next++])
        await ingest.update([offerCandidate(offer.product, offer.shop, 1_000 + (next % 10))]);
    }),
  );
  return [
    {
      what: `durable updates, ${inFlight} in flight, each synced before its answer`,
      value: perSecond(updates, (performance.now() - started) / 1_000),
      target: '≥ 5,000/s',
    },
  ];
};

const postgresFigures = async (folder: string, size: BenchSize): Promise<Figure[]> => {
  await using postgres = await startPostgres(folder);
  const { client } = postgres;
  const file = join(folder, 'offers.tsv');
  const rows = [...benchOffers(size)].map(
    ({ product, shop, price, stock }) =>
      [benchGtin(product), `shop-${shop}`, price, 'EUR', stock, '2026-11-20T04:00:00Z'] as const,
  );
  await writeFile(file, `${rows.map((row) => row.join('\t')).join('\n')}\n`);
  await chmod(file, 0o644);
  const table = (name: string) =>
    client.query(
      `create table ${name} (gtin text, place text, price numeric(12,4), currency char(3), stock int, observed_at timestamptz, primary key (gtin, place))`,
    );
  await table('copied');
  let started = performance.now();
  await client.query(`copy copied from '${file}'`);
  const copySeconds = (performance.now() - started) / 1_000;
  await table('inserted');
  started = performance.now();
  for (let at = 0; at < rows.length; at += 1_000) {
    const batch = rows.slice(at, at + 1_000);
    const values = batch
      .map((_, row) => `(${[1, 2, 3, 4, 5, 6].map((column) => `$${row * 6 + column}`).join(',')})`)
      .join(',');
    await client.query(`insert into inserted values ${values}`, batch.flat());
  }
  const insertSeconds = (performance.now() - started) / 1_000;
  return [
    {
      what: `PostgreSQL ${postgres.version}: the same offers by COPY, one table with a primary key`,
      value: perSecond(rows.length, copySeconds),
      target: 'beside it',
    },
    {
      what: `PostgreSQL ${postgres.version}: by inserts of 1,000 rows`,
      value: perSecond(rows.length, insertSeconds),
      target: 'beside it',
    },
  ];
};

/** Measures the import: NDJSON, local inventory, durable updates, start; PostgreSQL with the same rows beside it. */
export const benchIngest = async (size: BenchSize): Promise<void> => {
  await using folder = await scratchFolder();
  await using besides = await scratchFolder();
  const figures = [
    ...(await ndjsonFigures(folder.path, size)),
    ...(await inventoryFigures(folder.path, size)),
    ...(await updateFigures(folder.path, size)),
    ...(await postgresFigures(besides.path, size)),
  ];
  printTable(
    `ingest: ${size.shops} shops, ${size.products.toLocaleString('en')} products, ${size.offers.toLocaleString('en')} offers`,
    figures,
  );
};
