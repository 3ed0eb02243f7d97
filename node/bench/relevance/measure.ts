import type { SearchAnswer, SearchResult } from '@openstraat/spec';
import { type JudgedTown, type Judgement, judge, offerFits } from './judge.ts';
import type { JudgedQuery } from './judged-query.ts';

/** Results that recall and precision look at. */
export const recallDepth = 10;
export const precisionDepth = 5;

/** The results of a search: what `measure` needs of an answer. */
export type Answered = Pick<SearchAnswer, 'results'>;
export type AnswerQuery = (query: JudgedQuery) => Promise<Answered>;

/** How one query was answered. */
export interface Measured {
  readonly kind: string;
  readonly query: JudgedQuery;
  /** Found in the first ten of what must be found (of ten, where there is more); absent where nothing must be. */
  readonly recall: number | undefined;
  /** Right ones among the first five, or fewer where fewer came. */
  readonly precision: number;
  readonly missed: readonly string[];
  /** Wrong ones among the first five. */
  readonly wrong: readonly string[];
  /** What no first page may do: one sentence each. */
  readonly blunders: readonly string[];
}

const pathOf = (iri: string): string => new URL(iri).pathname;

const recallOf = ({ must }: Judgement, found: readonly string[]): number | undefined => {
  if (must.size === 0) return undefined;
  return found.filter((id) => must.has(id)).length / Math.min(recallDepth, must.size);
};

const precisionOf = ({ must, may }: Judgement, top: readonly string[]): number => {
  // Nothing where nothing is there is right; nothing where something is there is wrong.
  if (top.length === 0) return must.size === 0 ? 1 : 0;
  return top.filter((id) => must.has(id) || may.has(id)).length / top.length;
};

const keyOf = (iri: string): string => iri.slice(iri.lastIndexOf('/') + 1);

const offerBlunders = ({ offers: asked }: JudgedQuery, results: readonly SearchResult[]): string[] => {
  if (asked === undefined) return [];
  return results.flatMap((result) => {
    if (result.type !== 'product') return [];
    return result.offers.flatMap(({ id, place, price, salePrice, fulfilment, availability }) => {
      const facts = {
        place: keyOf(place.id),
        price: price === undefined ? undefined : Number(salePrice ?? price),
        fulfilment: fulfilment ?? [],
      };
      const isIn = availability === 'InStock' || availability === 'LimitedAvailability';
      return offerFits(asked, facts) && (asked.inStock !== true || isIn) ? [] : [`the offer ${pathOf(id)}`];
    });
  });
};

const blundersOf = (
  query: JudgedQuery,
  { never, first }: Judgement,
  results: readonly SearchResult[],
): readonly string[] => {
  const page = results.slice(0, recallDepth);
  const ids = page.map(({ id }) => pathOf(id));
  const [top] = ids;
  return [
    ...ids.filter((id) => never.has(id)).map((id) => `${id} may never come`),
    ...(first.size > 0 && (top === undefined || !first.has(top)) ? [`${top ?? 'nothing'} came first`] : []),
    ...offerBlunders(query, page),
  ];
};

/** Compares an answer with what was judged. */
export const measure = (kind: string, query: JudgedQuery, town: JudgedTown, { results }: Answered): Measured => {
  const judgement = judge(query, town);
  const ids = results.map(({ id }) => pathOf(id));
  const page = ids.slice(0, recallDepth);
  const top = ids.slice(0, precisionDepth);
  const found = new Set(page);
  const isComplete = recallOf(judgement, page) === 1;
  return {
    kind,
    query,
    recall: recallOf(judgement, page),
    precision: precisionOf(judgement, top),
    missed: isComplete ? [] : [...judgement.must].filter((id) => !found.has(id)),
    wrong: top.filter((id) => !judgement.must.has(id) && !judgement.may.has(id)),
    blunders: blundersOf(query, judgement, results),
  };
};

/** Answers and measures every query. */
export const measureAll = async (
  queries: Readonly<Record<string, readonly JudgedQuery[]>>,
  town: JudgedTown,
  answer: AnswerQuery,
): Promise<readonly Measured[]> => {
  const measured: Measured[] = [];
  for (const [kind, ofKind] of Object.entries(queries))
    for (const query of ofKind) measured.push(measure(kind, query, town, await answer(query)));
  return measured;
};

const mean = (values: readonly number[]): number =>
  values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Means over queries: recall over those where something must be found. */
export const summarise = (
  measured: readonly Measured[],
): { readonly queries: number; readonly recall: number; readonly precision: number; readonly blunders: number } => ({
  queries: measured.length,
  recall: mean(measured.flatMap(({ recall }) => recall ?? [])),
  precision: mean(measured.map(({ precision }) => precision)),
  blunders: measured.reduce((sum, { blunders }) => sum + blunders.length, 0),
});
