import { type Kind, type Offer, type Product, productDetailNames, type Thing } from '@openstraat/spec';
import { ingestLimits } from './limits.ts';

/** For the names and brackets around what is shown. */
const spareCharacters = 10_000;

/** What one source says of a thing. */
export interface Statement {
  readonly source: string;
  readonly data: Thing;
}

const details = (product: Product): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    productDetailNames.flatMap((name) => (product[name] === undefined ? [] : [[name, product[name]] as const])),
  );

const detailCount = (statement: Statement): number => Object.keys(details(statement.data as Product)).length;
const byName = (left: Statement, right: Statement): number => (left.source < right.source ? -1 : 1);

/**
 * ID-012: the product shows the statement with the most properties, ties to the smallest source name;
 * where two or more sources say anything of it, the fullest hundred stand on it, by source name, as far as they fit.
 */
const mergeProducts = (statements: readonly Statement[], fallback: Statement): Thing => {
  const speaking = statements.filter((statement) => detailCount(statement) > 0);
  const chosen = speaking.reduce<Statement>(
    (best, next) => (detailCount(next) > detailCount(best) ? next : best),
    speaking[0] ?? fallback,
  );
  if (speaking.length < 2) return chosen.data;
  const fullest = speaking
    .toSorted((left, right) => detailCount(right) - detailCount(left) || byName(left, right))
    .slice(0, ingestLimits.statementsShownMax);
  let room = ingestLimits.textCharactersMax - JSON.stringify(chosen.data).length - spareCharacters;
  const shown = fullest.filter(({ data }) => {
    room -= JSON.stringify(data).length;
    return room >= 0;
  });
  const statement = shown.toSorted(byName).map(({ source, data }) => ({
    type: 'ProductStatement' as const,
    source: `/sources/${source}`,
    ...details(data as Product),
  }));
  return statement.length < 2 ? chosen.data : { ...(chosen.data as Product), statement };
};

const observedAtMs = (statement: Statement): number => Date.parse((statement.data as Offer).observedAt);

/** ID-013: the offer seen last counts, ties to the smallest source name. */
const newestOffer = (statements: readonly Statement[], fallback: Statement): Thing =>
  statements.reduce((best, next) => (observedAtMs(next) > observedAtMs(best) ? next : best), fallback).data;

/** The kinds that several sources may state together; all others belong to one source. */
export const isSharedKind = (kind: Kind): boolean => kind === 'Product' || kind === 'Offer';

/**
 * One thing from what its sources say: a repeatable rule, whatever the order in which they came.
 * @returns undefined when nobody states it any more
 */
export const chooseStatement = (kind: Kind, statements: readonly Statement[]): Thing | undefined => {
  const ordered = statements.toSorted(byName);
  const [first] = ordered;
  if (first === undefined) return undefined;
  return kind === 'Product' ? mergeProducts(ordered, first) : newestOffer(ordered, first);
};
