import type { SearchResult } from '@openstraat/spec';
import { askJudged, parametersOf } from './relevance/ask.ts';
import type { JudgedTown } from './relevance/judge.ts';
import { type Measured, measureAll, summarise } from './relevance/measure.ts';
import { judgedQueries } from './relevance/queries/index.ts';
import { openTownWithSearch, type TownWithSearch } from './relevance/town.ts';

const percent = (share: number): string => (Number.isNaN(share) ? '–' : `${(share * 100).toFixed(1)}%`);
const namesShownMax = 5;
const depth = '50';

const nameOf = (town: JudgedTown, id: string): string => {
  const name = town.products.get(id)?.name;
  return name === undefined ? id : typeof name === 'string' ? name : (Object.values(name)[0] ?? id);
};

const because = ({ why, explain }: SearchResult): string => {
  const terms = explain?.terms.map(({ term, share }) => `${term} ${share.toFixed(3)}`).join(', ') ?? '';
  return `${explain?.score.toFixed(3) ?? '?'} (${terms}); ${why.map(({ code, text }) => `${code}: ${text}`).join('; ')}`;
};

/** Says what went wrong with a query, and why things stand where they stand. */
const explainMiss = async (
  town: TownWithSearch,
  { query, missed, wrong, blunders, recall, precision }: Measured,
): Promise<void> => {
  console.log(
    `\n- ${JSON.stringify(parametersOf(query))}: recall ${recall === undefined ? '–' : percent(recall)}, precision ${percent(precision)}`,
  );
  const { results } = await askJudged(town, query, { explain: '1', limit: depth });
  const rankOf = new Map(results.map((result, at) => [new URL(result.id).pathname, { at: at + 1, result }]));
  for (const blunder of blunders) console.log(`  blunder: ${blunder}`);
  for (const id of missed.slice(0, namesShownMax)) {
    const found = rankOf.get(id);
    console.log(
      `  missed ${nameOf(town.town, id)}: ${found === undefined ? `not among the first ${depth}` : `place ${found.at}, ${because(found.result)}`}`,
    );
  }
  if (missed.length > namesShownMax) console.log(`  missed ${missed.length - namesShownMax} more`);
  for (const id of wrong) {
    const found = rankOf.get(id);
    console.log(
      `  wrong ${nameOf(town.town, id)}: ${found === undefined ? '' : `place ${found.at}, ${because(found.result)}`}`,
    );
  }
};

const printRow = (what: string, some: readonly Measured[]): void => {
  const { queries, recall, precision, blunders } = summarise(some);
  console.log(`| ${what} | ${queries} | ${percent(recall)} | ${percent(precision)} | ${blunders} |`);
};

/** Asks the example town every judged query: recall@10, precision over the first five, and why what is wrong is wrong. */
export const benchRelevance = async (): Promise<void> => {
  await using town = await openTownWithSearch();
  const measured = await measureAll(judgedQueries, town.town, (query) => askJudged(town, query));
  console.log(
    '\n### relevance: the example town\n\n| queries | number | recall@10 | precision | blunders |\n| --- | --- | --- | --- | --- |',
  );
  for (const kind of Object.keys(judgedQueries))
    printRow(
      kind,
      measured.filter((one) => one.kind === kind),
    );
  printRow('**all**', measured);
  for (const one of measured)
    if (one.missed.length + one.wrong.length + one.blunders.length > 0) await explainMiss(town, one);
};
