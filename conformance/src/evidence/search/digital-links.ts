import { gtinCheckDigit, isGtin, isRestrictedGtin } from '@openstraat/spec';
import { notTested } from '../../checks/verdict.ts';
import type { Exchange } from '../../fetching/exchange.ts';
import { isObject, type JsonObject } from '../../json/json-value.ts';
import type { Run } from '../../run/run.ts';
import { available, type Gatherer, missing } from '../gatherer.ts';
import { readObject } from '../json-object-answer.ts';
import { sampleThings } from '../live/sample-things.ts';
import { type AskedSearch, askSearch, readSearchAnswer } from './ask-search.ts';
import { searchEvidenceLimits } from './limits.ts';

const linksetType = 'application/linkset+json';
/** What a scanner adds, as it came. */
export const carriedQuery = 'x=1&17=271231&e=%C3%A9';

/** What stands in a linkset under one link type. */
export interface LinkTarget {
  readonly type: string;
  readonly href: unknown;
  readonly title: unknown;
}

/** All that was asked of one barcode. */
export interface DigitalLinkAnswers {
  readonly gtin: string;
  /** Ids of live products of this barcode. */
  readonly products: readonly string[];
  readonly html: Exchange;
  readonly htmlWithQuery: Exchange;
  readonly linkset: Exchange;
  readonly byLinkType: Exchange;
  readonly anchor: unknown;
  /** Undefined where the linkset can't be read. */
  readonly targets: readonly LinkTarget[] | undefined;
  readonly typed: readonly { readonly asked: string; readonly type: string; readonly exchange: Exchange }[];
  readonly unknownType: Exchange;
  /** The same barcode in fewer digits. */
  readonly shorter: readonly { readonly path: string; readonly exchange: Exchange; readonly anchor: unknown }[];
  readonly withSlash: Exchange;
  readonly head: Exchange;
  readonly options: Exchange;
  /** What the target of hasRetailers answers as JSON, and `/search` itself. */
  readonly retailers: AskedSearch | undefined;
  readonly search: AskedSearch;
}

const readLinkset = (
  exchange: Exchange,
): { readonly anchor: unknown; readonly targets: readonly LinkTarget[] | undefined } => {
  const reading = readObject(exchange);
  const linkset = reading.ok ? reading.value.json['linkset'] : undefined;
  const [context] = Array.isArray(linkset) ? (linkset as readonly unknown[]) : [];
  if (!isObject(context)) return { anchor: undefined, targets: undefined };
  const targets = Object.entries(context).flatMap(([type, found]) =>
    Array.isArray(found)
      ? (found as readonly unknown[]).map((target): LinkTarget => {
          const { href, title } = isObject(target) ? target : ({} as JsonObject);
          return { type, href, title };
        })
      : [],
  );
  return { anchor: context['anchor'], targets };
};

const askBarcode = async (run: Run, gtin: string, products: readonly string[]): Promise<DigitalLinkAnswers> => {
  const ask = (path: string, accept: string, method?: 'HEAD' | 'OPTIONS'): Promise<Exchange> =>
    run.client.ask(path, { accept, redirect: 'manual', ...(method === undefined ? {} : { method }) });
  const path = `/01/${gtin}`;
  const linkset = await ask(path, linksetType);
  const { anchor, targets } = readLinkset(linkset);
  const types = [...new Set((targets ?? []).map(({ type }) => type))].filter((type) =>
    type.startsWith('https://ref.gs1.org/voc/'),
  );
  const named = types.flatMap((type) => [
    { asked: type, type },
    { asked: type.replace('https://ref.gs1.org/voc/', 'gs1:'), type },
  ]);
  const lengths = [13, 12, 8].filter((length) => /^0*$/.test(gtin.slice(0, 14 - length)));
  const retailers = targets?.find(({ type }) => type.endsWith('/hasRetailers'))?.href;
  const retailersUrl = typeof retailers === 'string' ? new URL(retailers, run.tested) : undefined;
  const retailersAnswer =
    retailersUrl === undefined ? undefined : await run.client.ask(retailersUrl.href, { accept: 'application/json' });
  return {
    gtin,
    products,
    html: await ask(path, 'text/html'),
    htmlWithQuery: await ask(`${path}?${carriedQuery}`, 'text/html'),
    linkset,
    byLinkType: await ask(`${path}?linkType=linkset`, `${linksetType}, application/json;q=0.5`),
    anchor,
    targets,
    typed: await Promise.all(
      named.map(async ({ asked, type }) => ({
        asked,
        type,
        exchange: await ask(`${path}?${new URLSearchParams({ linkType: asked }).toString()}&a=b`, 'text/html'),
      })),
    ),
    unknownType: await ask(`${path}?linkType=gs1:recipeInfo`, 'text/html'),
    shorter: await Promise.all(
      lengths.map(async (length) => {
        const short = `/01/${gtin.slice(14 - length)}`;
        const exchange = await ask(short, linksetType);
        return { path: short, exchange, anchor: readLinkset(exchange).anchor };
      }),
    ),
    withSlash: await ask(`${path}/`, linksetType),
    head: await ask(path, 'text/html', 'HEAD'),
    options: await ask(path, '*/*', 'OPTIONS'),
    retailers:
      retailersAnswer === undefined
        ? undefined
        : {
            question: Object.fromEntries(retailersUrl?.searchParams ?? []),
            exchange: retailersAnswer,
            answer: readSearchAnswer(retailersAnswer),
          },
    search: await askSearch(run, { gtin }),
  };
};

/** Barcodes that live things have, asked for in every way. */
export const digitalLinks: Gatherer<readonly DigitalLinkAnswers[]> = {
  name: 'digital-links',
  async gather(run) {
    const sampled = await run.gather(sampleThings);
    if (!sampled.available) return sampled;
    const products = new Map<string, string[]>();
    for (const { id, kind, data } of sampled.value.things.values()) {
      const { gtin } = data;
      if (typeof gtin !== 'string' || !isGtin(gtin) || isRestrictedGtin(gtin) || kind !== 'Product') continue;
      products.set(gtin, [...(products.get(gtin) ?? []), id]);
    }
    const chosen = run.random('digital-links').sample([...products], searchEvidenceLimits.barcodes);
    if (chosen.length === 0) return missing(notTested('evidence-missing', 'no product with a barcode was met'));
    return available(await Promise.all(chosen.map(([gtin, ids]) => askBarcode(run, gtin, ids))));
  },
};

/** A path that should be refused. */
export interface RefusedPath {
  readonly path: string;
  readonly expected: 400 | 404;
  readonly exchange: Exchange;
}

const withCheckDigit = (digits: string): string => digits + gtinCheckDigit(digits);

/** Paths that are no digital links, and barcodes that nobody has. */
export const refusedPaths: Gatherer<readonly RefusedPath[]> = {
  name: 'refused-paths',
  async gather(run) {
    const sampled = await run.gather(sampleThings);
    const stated = new Set(sampled.available ? [...sampled.value.things.values()].map(({ data }) => data['gtin']) : []);
    const known =
      [...stated].find((gtin): gtin is string => typeof gtin === 'string' && isGtin(gtin)) ?? '09520000000011';
    const wrongDigit = known.slice(0, 13) + String((Number(known[13]) + 1) % 10);
    const random = run.random('refused-paths');
    // GS1 keeps 952 for examples; nobody sells them under so many random digits.
    const unknown = withCheckDigit(`0952${random.between(100_000_000, 999_999_999)}`);
    const restricted = withCheckDigit(`002${random.between(1_000_000_000, 9_999_999_999)}`);
    const planned: readonly (readonly [string, 400 | 404])[] = [
      [`/01/${wrongDigit}`, 400],
      [`/01/${known.slice(5)}`, 400],
      [`/01/0${known}`, 400],
      ['/01/abcdefghijklmn', 400],
      [`/01/${known}/10`, 400],
      [`/01/${known}/21/S1/10/L1`, 400],
      [`/01/${known}/99/x`, 400],
      [`/01/${known}/10/${'L'.repeat(21)}`, 400],
      ...(stated.has(unknown) ? [] : [[`/01/${unknown}`, 404] as const]),
      [`/01/${restricted}`, 404],
    ];
    return available(
      await Promise.all(
        planned.map(async ([path, expected]) => ({
          path,
          expected,
          exchange: await run.client.ask(path, { accept: linksetType, redirect: 'manual' }),
        })),
      ),
    );
  },
};

/** The resolver's description. */
export const resolverAnswer: Gatherer<Exchange> = {
  name: 'resolver-answer',
  async gather({ client }) {
    return available(await client.ask('/.well-known/gs1resolver', { accept: 'application/json' }));
  },
};
