import { join } from 'node:path';
import { benchSource, scratchFolder } from './bench-node.ts';
import { importInChild } from './child.ts';
import type { BenchSize } from './generate.ts';
import { type Country, createCountry } from './search/country.ts';
import { measureEngine } from './search/measure-engine.ts';
import { measureNode } from './search/measure-node.ts';
import { measurePostgres } from './search/measure-postgres.ts';
import { printBigSearch, printSearch } from './search/search-tables.ts';
import { writeCountry } from './search/write-country.ts';

/** Ten times more shops than an import has: a country. */
const searchSize = (size: BenchSize): BenchSize => ({ ...size, shops: size.shops * 10 });
/** Offers changed for the update rate, and rows of the delivery that is imported while people search. */
const updatesOf = ({ offers }: BenchSize): number => offers / 10;
const deliveryOf = ({ offers }: BenchSize): number => offers / 5;

const importCountry = async (folder: string, name: string, country: Country): Promise<string> => {
  const file = join(folder, `${name}.ndjson`);
  await writeCountry(file, country);
  const dataFolder = join(folder, name);
  await importInChild(dataFolder, file, benchSource('all'));
  return dataFolder;
};

const startedAt = performance.now();
/** Says on the standard error how far it is: it takes minutes. */
const step = (what: string): void => {
  console.error(`${Math.round((performance.now() - startedAt) / 1_000)} s: ${what}`);
};

/** Measures search: in process, over HTTP, while importing, under attack, with five times the offers; PostgreSQL with the same data beside it. */
export const benchSearch = async (asked: BenchSize): Promise<void> => {
  const size = searchSize(asked);
  const bigSize = { ...size, offers: size.offers * 5 };
  const country = createCountry(size);
  await using folder = await scratchFolder();
  step('importing');
  const dataFolder = await importCountry(folder.path, 'country', country);
  // In this order: the first and PostgreSQL see the same prices, what comes after has changed some.
  step('asking the engine');
  const engine = await measureEngine(dataFolder, size, updatesOf(size));
  step('asking PostgreSQL');
  const postgres = await measurePostgres(country);
  step('asking a node');
  const node = await measureNode(folder.path, dataFolder, country, deliveryOf(size));
  printSearch({ size, engine, node, postgres });
  step('importing five times the offers');
  const bigFolder = await importCountry(folder.path, 'big', createCountry(bigSize));
  step('asking the engine');
  printBigSearch(bigSize, await measureEngine(bigFolder, bigSize, 0));
};
