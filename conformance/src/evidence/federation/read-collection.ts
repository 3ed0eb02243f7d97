import type { AnsweredExchange, Exchange } from '../../fetching/exchange.ts';
import { isSameHost, parseHttpUrl } from '../../fetching/same-host.ts';
import { isObject, type JsonObject } from '../../json/json-value.ts';
import type { Run } from '../../run/run.ts';
import { readObject } from '../json-object-answer.ts';
import { activityType } from './actor.ts';
import { federationLimits } from './limits.ts';
import { valuesOf } from './values.ts';

/** A page of a collection, or a collection that has its items itself. */
export interface CollectionPage {
  readonly exchange: AnsweredExchange;
  readonly json: JsonObject;
  /** Where the page stands in the body. */
  readonly pointer: string;
}

/** An item of a collection, and where it stands. */
export interface CollectionItem {
  readonly exchange: AnsweredExchange;
  readonly pointer: string;
  readonly value: unknown;
}

/** A collection as it was read. */
export interface Collection {
  readonly url: string;
  readonly exchange: Exchange;
  /** Undefined where it is no JSON object. */
  readonly json: JsonObject | undefined;
  readonly pages: readonly CollectionPage[];
  readonly items: readonly CollectionItem[];
  /** Why the pages could not be read to the end; undefined where they were, or are too many. */
  readonly broken: { readonly exchange: Exchange; readonly pointer: string; readonly words: string } | undefined;
  /** All of it was read. */
  readonly whole: boolean;
}

const itemsOf = ({ exchange, json, pointer }: CollectionPage): readonly CollectionItem[] =>
  ['orderedItems', 'items'].flatMap((name) =>
    valuesOf(json[name]).map((value, at) => ({ exchange, pointer: `${pointer}/${name}/${at}`, value })),
  );

/** Reads a collection from its address to its last page, or as far as is looked at. */
export const readCollection = async (run: Run, url: string): Promise<Collection> => {
  const exchange = await run.client.ask(url, { accept: activityType });
  const reading = readObject(exchange);
  if (!reading.ok) return { url, exchange, json: undefined, pages: [], items: [], broken: undefined, whole: false };
  const { value: whole } = reading;
  const pages: CollectionPage[] = [{ ...whole, pointer: '' }];
  const asked = new Set<string>();
  const done = (broken: Collection['broken'], isWhole: boolean): Collection => ({
    url,
    exchange,
    json: whole.json,
    pages: pages.slice(1),
    items: pages.flatMap(itemsOf),
    broken,
    whole: isWhole && broken === undefined,
  });
  let from: CollectionPage = { ...whole, pointer: '' };
  for (let name = 'first'; ; name = 'next') {
    const { json, exchange: before, pointer } = from;
    const next = json[name];
    if (next === undefined || next === null) return done(undefined, true);
    if (pages.length > federationLimits.collectionPagesMax) return done(undefined, false);
    const broken = (words: string): Collection =>
      done({ exchange: before, pointer: `${pointer}/${name}`, words: `${name} ${words}` }, false);
    if (isObject(next) && name === 'first') from = { exchange: before, json: next, pointer: '/first' };
    else {
      const address = typeof next === 'string' ? parseHttpUrl(next) : undefined;
      if (address === undefined || !isSameHost(run.tested, address)) return broken('is no address of this host');
      if (asked.has(address.href)) return broken('leads back to a page that was read before');
      asked.add(address.href);
      const page = readObject(await run.client.ask(address.href, { accept: activityType }));
      if (!page.ok) return broken(`leads to ${page.words}`);
      from = { ...page.value, pointer: '' };
    }
    pages.push(from);
  }
};
