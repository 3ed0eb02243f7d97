import { bundledContext, contextPath } from '@openstraat/spec';
import jsonld from 'jsonld';
import { notTested } from '../../checks/verdict.ts';
import type { AnsweredExchange } from '../../fetching/exchange.ts';
import type { JsonObject } from '../../json/json-value.ts';
import { available, type Gatherer, missing } from '../gatherer.ts';
import { readObject } from '../json-object-answer.ts';
import { liveLimits } from './limits.ts';
import { resources } from './resources.ts';

/** Two sets of quads beside each other. */
export interface QuadComparison {
  readonly quads: number;
  readonly missing: readonly string[];
  readonly surplus: readonly string[];
}

/** One page as N-Quads and as JSON-LD, both as canonical quads (RDFC-1.0). */
export interface FeedAsRdf {
  readonly exchange: AnsweredExchange;
  /** How the N-Quads differ from the JSON-LD; a sentence when a processor refuses them, undefined when it refuses the JSON-LD: that is another requirement's. */
  readonly comparison: QuadComparison | { readonly refused: string } | undefined;
}

const documentLoader = async (url: string) => {
  if (URL.parse(url)?.pathname !== contextPath) throw new Error(`${url} is not the context of the vocabulary`);
  return { contextUrl: null, documentUrl: url, document: bundledContext };
};

const canonical = async (nQuads: string): Promise<string> => {
  const format = 'application/n-quads';
  return jsonld.canonize(nQuads, { algorithm: 'RDFC-1.0', inputFormat: format, format });
};

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message.slice(0, 300) : String(error));

const compare = async (nQuads: string, json: JsonObject): Promise<FeedAsRdf['comparison']> => {
  let ownText: string;
  try {
    ownText = await canonical(nQuads);
  } catch (error) {
    return { refused: wordsOf(error) };
  }
  let otherText: string;
  try {
    otherText = await canonical(await jsonld.toRDF(json, { documentLoader, format: 'application/n-quads' }));
  } catch {
    return undefined;
  }
  const quads = linesOf(ownText);
  // Most are the same, and then nothing more has to be held beside each other.
  if (ownText === otherText) return { quads: quads.length, missing: [], surplus: [] };
  const expected = linesOf(otherText);
  const [own, other] = [new Set(quads), new Set(expected)];
  return {
    quads: quads.length,
    missing: expected.filter((quad) => !own.has(quad)),
    surplus: quads.filter((quad) => !other.has(quad)),
  };
};

/** The last page with entries in both forms: it is the shortest. */
export const feedAsRdf: Gatherer<FeedAsRdf> = {
  name: 'feed-as-rdf',
  async gather(run) {
    const known = await run.gather(resources);
    if (!known.available) return known;
    const pages = known.value.filter(({ what }) => what === 'last-page' || what === 'page').toReversed();
    for (const { url, exchange, accept } of pages) {
      if (accept !== 'application/n-quads' || exchange.answer === undefined || exchange.answer.status !== 200) continue;
      const other = pages.find((one) => one.url === url && one.accept === 'application/ld+json');
      const reading = other === undefined ? undefined : readObject(other.exchange);
      if (reading?.ok !== true) continue;
      const { items } = reading.value.json;
      if (!Array.isArray(items) || items.length === 0 || items.length > liveLimits.rdfEntriesMax) continue;
      return available({
        exchange,
        comparison: await compare(exchange.answer.body.toString('utf8'), reading.value.json),
      });
    }
    return missing(notTested('evidence-missing', 'no page with entries was answered as N-Quads and as JSON-LD'));
  },
};
