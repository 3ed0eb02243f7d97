import { scratchFolder } from '../bench-node.ts';
import { startPostgres } from '../postgres.ts';
import type { Country } from './country.ts';
import { askPostgres, prepareSession } from './postgres-queries.ts';
import { fillTables } from './postgres-tables.ts';
import { timedQueries } from './queries.ts';
import { type Timings, timeQueries } from './timings.ts';

/** What PostgreSQL measured, on a socket. */
export interface PostgresFigures {
  readonly version: string;
  /** Share of the queries that found something. */
  readonly answered: number;
  readonly timings: Timings;
}

/** Measures PostgreSQL with the same data and the same queries. */
export const measurePostgres = async (country: Country): Promise<PostgresFigures> => {
  await using folder = await scratchFolder();
  await using postgres = await startPostgres(folder.path);
  await fillTables(postgres.client, folder.path, country);
  await prepareSession(postgres.client);
  const { timed, warmUp } = timedQueries(country);
  let answered = 0;
  const timings = await timeQueries(timed, warmUp, async (query) => {
    if ((await askPostgres(postgres.client, query)) > 0) answered += 1;
  });
  return { version: postgres.version, answered: answered / (timed.length + warmUp.length), timings };
};
