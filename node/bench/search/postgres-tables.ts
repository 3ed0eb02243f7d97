import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';
import { writeLines } from '../generate.ts';
import { type Country, termsOf } from './country.ts';

const weekdays = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const dayMinutes = 1_440;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Opening hours as ranges of minutes of the week, which PostgreSQL can look into. */
const openMinutes = (openingHours: string): string => {
  const ranges = openingHours.split('; ').flatMap((rule) => {
    const [days = '', times = ''] = rule.split(' ');
    const [first = '', last = first] = days.split('-');
    const [opens = '', closes = ''] = times.split('-');
    if (closes === '') return [];
    return weekdays
      .slice(weekdays.indexOf(first), weekdays.indexOf(last) + 1)
      .map((day) => weekdays.indexOf(day) * dayMinutes)
      .map((midnight) => `[${midnight + minutesOf(opens)},${midnight + minutesOf(closes)})`);
  });
  return `{${ranges.join(',')}}`;
};

const schema = `
create extension cube;
create extension earthdistance;
create extension pg_trgm;
create table place (id int primary key, name text, kind text, lat float8, lon float8, earth earth, open_minutes int4multirange);
create table product (id int primary key, gtin text, name text, brand text, category text, description text, tsv tsvector);
create table offer (product int, place int, price numeric(12,2), stock int, availability smallint);`;

const indexes = [
  `update product set tsv = setweight(to_tsvector('dutch', name || ' ' || brand), 'A') || setweight(to_tsvector('dutch', description), 'D')`,
  `update place set earth = ll_to_earth(lat, lon)`,
  `create index on product using gin (tsv) with (fastupdate = off)`,
  `create unique index on product (gtin)`,
  `create index on product (lower(brand))`,
  `create index on product (category)`,
  `create index on place using gist (earth)`,
  // Covering, from either side: a search never visits the table of offers.
  `create unique index on offer (product, place) include (price, stock, availability)`,
  `create unique index on offer (place, product) include (price, stock, availability)`,
  `create table words as select word, ndoc from ts_stat('select to_tsvector(''simple'', name || '' '' || brand || '' '' || description) from product')`,
  `create index on words using gin (word gin_trgm_ops)`,
  `create index on words (word)`,
  'vacuum (analyze, freeze) place',
  'vacuum (analyze, freeze) product',
  'vacuum (analyze, freeze) offer',
  'analyze words',
];

const copy = async (client: Client, folder: string, table: string, lines: Iterable<string>): Promise<void> => {
  const file = join(folder, `${table.split('(')[0] ?? table}.tsv`);
  await writeLines(file, lines);
  await chmod(file, 0o644);
  await client.query(`copy ${table} from '${file}'`);
};

const availabilityNumbers = { InStock: 0, LimitedAvailability: 1, OutOfStock: 2 } as const;

function* placeRows({ shops }: Country): Generator<string> {
  for (const [id, { name, line, latitude, longitude, openingHours }] of shops.entries())
    yield [id, name, line.placeKind, latitude, longitude, openMinutes(openingHours)].join('\t');
}
function* productRows(country: Country): Generator<string> {
  for (let id = 0; id < country.products; id++) {
    const { gtin, name, brand, line, description } = country.product(id);
    yield [id, gtin, name, brand, line.category, description].join('\t');
  }
}
function* offerRows(country: Country): Generator<string> {
  for (let product = 0; product < country.products; product++)
    for (const shop of country.sellersOf(product)) {
      const { price, stock, availability } = termsOf(product, shop);
      yield [product, shop, price, stock, availabilityNumbers[availability]].join('\t');
    }
}

/** Fills normalised tables, and indexes them as somebody would who knows PostgreSQL well. */
export const fillTables = async (client: Client, folder: string, country: Country): Promise<void> => {
  await client.query(schema);
  await copy(client, folder, 'place(id, name, kind, lat, lon, open_minutes)', placeRows(country));
  await copy(client, folder, 'product(id, gtin, name, brand, category, description)', productRows(country));
  await copy(client, folder, 'offer', offerRows(country));
  for (const statement of indexes) await client.query(statement);
};
