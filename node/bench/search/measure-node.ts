import { join } from 'node:path';
import type { Memory } from '../memory.ts';
import type { Country } from './country.ts';
import { timedQueries } from './queries.ts';
import { type ServedNode, serveNode } from './serve-node.ts';
import { type Timings, timeQueries } from './timings.ts';
import { writeChanges } from './write-country.ts';

/** What a whole node measured, over HTTP. */
export interface NodeFigures {
  readonly timings: Timings;
  readonly whileImporting: Timings;
  /** After the queries, before the import. */
  readonly memory: Memory;
  readonly peakMB: number;
  readonly importSeconds: number;
  readonly importRows: number;
}

/** Asks query after query until something ends. */
const timeUntil = async (ended: Promise<unknown>, node: ServedNode, country: Country): Promise<Timings> => {
  const { timed } = timedQueries(country);
  const timings: Record<string, number[]> = {};
  const state = { isGoing: true };
  void ended.finally(() => {
    state.isGoing = false;
  });
  while (state.isGoing)
    for (const { kind, parameters } of timed) {
      const started = performance.now();
      await node.ask(parameters);
      (timings[kind] ??= []).push(performance.now() - started);
      if (!state.isGoing) break;
    }
  return timings;
};

/** Measures a node that serves a data folder, alone and while it imports some changes. */
export const measureNode = async (
  folder: string,
  dataFolder: string,
  country: Country,
  rows: number,
): Promise<NodeFigures> => {
  const delivery = join(folder, 'delivery.ndjson');
  await writeChanges(delivery, country, rows);
  await using node = await serveNode(dataFolder);
  await node.ready();
  const { timed, warmUp } = timedQueries(country);
  const timings = await timeQueries(timed, warmUp, async ({ parameters }) => {
    const status = await node.ask(parameters);
    if (status !== 200) throw new Error(`${status} for ${JSON.stringify(parameters)}`);
  });
  const memory = await node.memory();
  const importing = node.importFile(delivery);
  const whileImporting = await timeUntil(importing, node, country);
  const { seconds: importSeconds, rows: importRows } = await importing;
  const { peakMB } = await node.memory();
  return { timings, whileImporting, memory, peakMB, importSeconds, importRows };
};
