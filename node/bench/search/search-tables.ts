import type { BenchSize } from '../generate.ts';
import type { Memory } from '../memory.ts';
import { type Figure, inSeconds, megabytes, perSecond, printTable } from '../table.ts';
import type { EngineFigures } from './engine-figures.ts';
import type { NodeFigures } from './measure-node.ts';
import type { PostgresFigures } from './measure-postgres.ts';
import { queryKinds } from './queries.ts';
import { allOf, milliseconds, percentile, type Timings } from './timings.ts';

/** Everything that the benchmark measured. */
export interface SearchFigures {
  readonly size: BenchSize;
  readonly engine: EngineFigures;
  readonly node: NodeFigures;
  readonly postgres: PostgresFigures;
}

const count = (value: number): string => value.toLocaleString('en');
const p95 = (timings: Timings): number => percentile(allOf(timings), 0.95);
const times = (ratio: number): string => `${ratio.toFixed(ratio < 10 ? 1 : 0)}×`;
const verdict = (holds: boolean): string => (holds ? '' : ': **missed**');
const mappedPart = ({ mappedMB }: Memory): string =>
  mappedMB === undefined ? '' : `, ${megabytes(mappedMB)} of it mapped files`;

const atMost = (most: number, value: number, show: (value: number) => string): string =>
  `≤ ${show(most)}${verdict(value <= most)}`;
const atLeast = (least: number, value: number, show: (value: number) => string): string =>
  `≥ ${show(least)}${verdict(value >= least)}`;
const rate = (value: number): string => perSecond(value, 1);

/** A row of times, of which the 95th of a hundred counts. */
const timesRow = (what: string, timings: Timings, most: number, rest = ''): Figure => ({
  what: `${what}, p95`,
  value: `${milliseconds(p95(timings))} (p50 ${milliseconds(percentile(allOf(timings), 0.5))})${rest}`,
  target: atMost(most, p95(timings), milliseconds),
});

const timeRows = ({ engine, node, postgres }: SearchFigures): Figure[] => {
  const ratio = p95(postgres.timings) / p95(engine.timings);
  return [
    timesRow('in process', engine.timings, 2),
    timesRow('over HTTP, one client', node.timings, 8),
    {
      what: `PostgreSQL ${postgres.version} on a socket, p95`,
      value: `${milliseconds(p95(postgres.timings))} (p50 ${milliseconds(percentile(allOf(postgres.timings), 0.5))}): ${times(ratio)} ours in process, ${times(p95(postgres.timings) / p95(node.timings))} ours over HTTP`,
      target: atLeast(10, ratio, times),
    },
    timesRow(
      `over HTTP while ${count(node.importRows)} rows are imported`,
      node.whileImporting,
      25,
      `; ${perSecond(node.importRows, node.importSeconds)} meanwhile`,
    ),
    {
      what: 'hostile queries, p99',
      value: milliseconds(engine.hostileMs),
      target: atMost(50, engine.hostileMs, milliseconds),
    },
    { what: 'suggestions while typing, p95', value: milliseconds(engine.suggestMs), target: '–' },
  ];
};

const otherRows = ({ engine, node, postgres }: SearchFigures): Figure[] => [
  {
    what: 'offers changed, in batches of 1,000: the index alone',
    value: rate(engine.updates),
    target: atLeast(20_000, engine.updates, rate),
  },
  { what: 'the same, written to the log first', value: rate(engine.updatesWithLog), target: '–' },
  {
    what: 'memory of the node that served those queries',
    value: `${megabytes(node.memory.residentMB)}${mappedPart(node.memory)}`,
    target: atMost(700, node.memory.residentMB, megabytes),
  },
  {
    what: `the same at its peak, in the import of ${count(node.importRows)} rows beside searches`,
    value: megabytes(node.peakMB),
    target: '–',
  },
  { what: 'index built from the log at start', value: inSeconds(engine.buildSeconds), target: '–' },
  {
    what: 'queries that found something',
    value: `${Math.round(engine.answered * 100)}%; PostgreSQL ${Math.round(postgres.answered * 100)}%`,
    target: '–',
  },
];

const pair = (values: readonly number[]): string =>
  `${milliseconds(percentile(values, 0.5))} / ${milliseconds(percentile(values, 0.95))}`;

const printKinds = ({ engine, node, postgres }: SearchFigures): void => {
  console.log(
    `\n| query: p50 / p95 | in process | over HTTP | PostgreSQL ${postgres.version} | ratio of p95 |\n| --- | --- | --- | --- | --- |`,
  );
  const row = (what: string, of: (timings: Timings) => readonly number[]): void => {
    const ratio = percentile(of(postgres.timings), 0.95) / percentile(of(engine.timings), 0.95);
    console.log(
      `| ${what} | ${pair(of(engine.timings))} | ${pair(of(node.timings))} | ${pair(of(postgres.timings))} | ${times(ratio)} |`,
    );
  };
  for (const kind of queryKinds) row(kind, (timings) => timings[kind] ?? []);
  row('**all**', allOf);
};

/** Prints what was measured as tables in Markdown, to be put into the README. */
export const printSearch = (figures: SearchFigures): void => {
  const { shops, products, offers } = figures.size;
  printTable(
    `search: ${count(shops)} shops, ${count(shops / 10)} of them in one town, ${count(products)} products, ${count(offers)} offers`,
    [...timeRows(figures), ...otherRows(figures)],
  );
  printKinds(figures);
};

/** Prints what the engine measured with many more offers. */
export const printBigSearch = ({ shops, products, offers }: BenchSize, big: EngineFigures): void => {
  printTable(`search: ${count(shops)} shops, ${count(products)} products, ${count(offers)} offers`, [
    timesRow('in process', big.timings, 6),
    { what: 'hostile queries, p99', value: milliseconds(big.hostileMs), target: '–' },
    { what: 'index built from the log at start', value: inSeconds(big.buildSeconds), target: '–' },
    {
      what: 'memory of the process, without a server',
      value: `${megabytes(big.memory.residentMB)}${mappedPart(big.memory)}`,
      target: '–',
    },
  ]);
};
