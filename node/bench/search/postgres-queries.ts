import type { Client } from 'pg';
import type { BenchQuery } from './queries.ts';

const resultsAPage = 10;
const offersShown = 3;

/** Shops within the radius: the box by the index, the distance by the sphere. */
const near = `near as materialized (
  select id, earth_distance(earth, ll_to_earth($1, $2)) as metres from place
  where earth <@ earth_box(ll_to_earth($1, $2), $3) and earth_distance(earth, ll_to_earth($1, $2)) <= $3`;

/** The ten best products of those found, each with its best offers: relevance and distance, as our ranking weighs them. */
const page = (offerFilter: string): string => `
 best as (
  select found.id, max(0.7 * found.rank / (found.rank + 0.5) + 0.3 * (1 - near.metres / $3)) as score
  from found join offer on offer.product = found.id join near on near.id = offer.place
  where offer.availability < 2 ${offerFilter}
  group by found.id order by score desc limit ${resultsAPage})
 select product.id, product.gtin, product.name, product.brand, best.score, shown.place, shown.price, shown.stock, shown.metres
 from best join product on product.id = best.id
 cross join lateral (
  select offer.place, offer.price, offer.stock, near.metres from offer join near on near.id = offer.place
  where offer.product = best.id and offer.availability < 2 ${offerFilter} order by near.metres limit ${offersShown}) as shown
 order by best.score desc`;

const weekday = (iso: string): number => (new Date(`${iso.slice(0, 10)}T00:00:00Z`).getUTCDay() + 6) % 7;
/** Local minutes of the week: the benchmark's instants are written in the shops' own time. */
const minuteOfWeek = (iso: string): number =>
  weekday(iso) * 1_440 + Number(iso.slice(11, 13)) * 60 + Number(iso.slice(14, 16));

const toQuery = (text: string, isPrefix: boolean): string => {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word, at) => (isPrefix && at === words.length - 1 ? `${word}:*` : word)).join(' & ');
};

interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

const statementOf = ({ kind, parameters }: BenchQuery, words: string | undefined): Statement => {
  const { lat, lon, radius, q, brand, category, priceMax, open } = parameters;
  const values: unknown[] = [Number(lat), Number(lon), Number(radius)];
  const bound = (value: unknown): string => `$${values.push(value)}`;
  const conditions: string[] = [];
  if (kind === 'barcode') conditions.push(`gtin = ${bound((q ?? '').padStart(14, '0'))}`);
  else if (words !== undefined) conditions.push(`tsv @@ query`);
  const from =
    kind === 'barcode' || words === undefined
      ? `select id, 1.0::float4 as rank from product`
      : `select id, ts_rank(tsv, query) as rank from product, to_tsquery('dutch', ${bound(words)}) as query`;
  if (brand !== undefined) conditions.push(`lower(brand) = lower(${bound(brand)})`);
  if (category !== undefined) conditions.push(`category = ${bound(category)}`);
  const openFilter = open === undefined ? ')' : ` and open_minutes @> ${bound(minuteOfWeek(open))}::int)`;
  const priceFilter = priceMax === undefined ? '' : `and offer.price <= ${bound(priceMax)}::numeric`;
  const text = `with ${near}${openFilter}, found as materialized (${from} where ${conditions.join(' and ')}),${page(priceFilter)}`;
  return { name: `${kind}:${Object.keys(parameters).join()}:${words !== undefined}`, text, values };
};

const nearestWords = `select word from words where word % $1 order by word <-> $1, ndoc desc limit 3`;

/** Asks what `/search` is asked, as its best users would. @returns how many products it found */
export const askPostgres = async (client: Client, query: BenchQuery): Promise<number> => {
  const ask = async (words: string | undefined) => {
    const { name, text, values } = statementOf(query, words);
    const { rows } = await client.query<{ id: number }>({ name, text, values: [...values] });
    return new Set(rows.map(({ id }) => id)).size;
  };
  const { q } = query.parameters;
  const words = q === undefined || query.kind === 'barcode' ? undefined : toQuery(q, query.kind === 'prefix');
  const found = await ask(words);
  if (found > 0 || words === undefined || q === undefined || query.kind === 'filtered') return found;
  // Nothing: perhaps a slip of the finger. The words of all products have a trigram index.
  const { rows } = await client.query<{ word: string }>({ name: 'near', text: nearestWords, values: [q] });
  return rows.length === 0 ? 0 : ask(rows.map(({ word }) => word).join(' | '));
};

/** What a session that searches sets for itself. */
export const prepareSession = (client: Client) =>
  client.query(`set jit = off; set work_mem = '64MB'; set random_page_cost = 1.1`);
