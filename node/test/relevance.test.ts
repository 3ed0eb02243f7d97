import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askJudged } from '../bench/relevance/ask.ts';
import { judge } from '../bench/relevance/judge.ts';
import { type Answered, type Measured, measure, measureAll, summarise } from '../bench/relevance/measure.ts';
import type { JudgedQuery } from '../bench/relevance/judged-query.ts';
import { judgedQueries } from '../bench/relevance/queries/index.ts';
import { openTownWithSearch, type TownWithSearch } from '../bench/relevance/town.ts';

const recallMin = 0.95;
const precisionMin = 0.8;

let town: TownWithSearch;
const answers = new Map<JudgedQuery, Answered>();
beforeAll(async () => {
  town = await openTownWithSearch();
  for (const query of Object.values(judgedQueries).flat()) answers.set(query, await askJudged(town, query));
}, 180_000);
afterAll(async () => {
  await town[Symbol.asyncDispose]();
});

/** Measures the engine's answers, changed in some way. */
const measureWith = (change: (answer: Answered) => Answered): Promise<readonly Measured[]> =>
  measureAll(judgedQueries, town.town, async (query) => change(answers.get(query) ?? { results: [] }));

const summaryWith = async (change: (answer: Answered) => Answered) => summarise(await measureWith(change));

/** Queries whose answers are not all that they should be. */
const worst = (measured: readonly Measured[]): readonly string[] =>
  measured.flatMap(({ kind, query, recall, precision }) =>
    (recall ?? 1) < 1 || precision < 1 ? [`${kind}: ${query.q ?? JSON.stringify(query.with)}`] : [],
  );

describe('search in the example town', () => {
  it('finds what people look for, and little else', async () => {
    const measured = await measureWith((answer) => answer);
    const { queries, recall, precision } = summarise(measured);
    expect(queries).toBeGreaterThanOrEqual(150);
    // Names what to look at when it fails; `npm run bench -- relevance` says why.
    expect(recall >= recallMin && precision >= precisionMin ? [] : worst(measured)).toEqual([]);
    expect(measured.flatMap(({ query, blunders }) => blunders.map((one) => `${query.q ?? ''}: ${one}`))).toEqual([]);
  });

  it('answers the same again', async () => {
    for (const query of Object.values(judgedQueries).flatMap((all) => all.slice(0, 3)))
      expect(await askJudged(town, query)).toEqual(answers.get(query));
  });
});

describe('the measure', () => {
  it('sees when nothing comes', async () => {
    const { recall, precision } = await summaryWith(() => ({ results: [] }));
    expect(recall).toBe(0);
    expect(precision).toBeLessThan(0.2);
  });

  it('sees when the same comes whatever is asked', async () => {
    const { results } = await askJudged(town, { q: 'shampoo', must: [] });
    const { recall, precision } = await summaryWith(() => ({ results }));
    expect(recall).toBeLessThan(0.2);
    expect(precision).toBeLessThan(0.2);
  });

  it('sees what comes too late to be seen', async () => {
    const { recall } = await summaryWith(({ results }) => ({ results: results.slice(1, 3) }));
    expect(recall).toBeLessThan(recallMin);
  });

  it('sees offers that were not asked for', async () => {
    const query = judgedQueries['filters']?.find(({ offers }) => offers?.at !== undefined) ?? { must: [] };
    const atAnyTime = await askJudged(town, { ...query, with: {} });
    expect(measure('filters', query, town.town, atAnyTime).blunders).not.toEqual([]);
  });

  it('judges every query by things that are in the town', () => {
    // What must be found and has sold out since would be judged by nothing.
    const judgedByNothing = Object.values(judgedQueries)
      .flat()
      .filter((query) => query.must.length > 0 && judge(query, town.town).must.size === 0);
    expect(judgedByNothing).toEqual([]);
  });

  it('has no query twice', () => {
    const all = Object.values(judgedQueries)
      .flat()
      .map(({ q, with: more, nowhere }) => JSON.stringify([q, more, nowhere]));
    expect(all.filter((one, at) => all.indexOf(one) !== at)).toEqual([]);
  });
});
