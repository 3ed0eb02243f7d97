import { bundledContext, contextPath } from '@openstraat/spec';
import jsonld from 'jsonld';
import { notTested } from '../../checks/verdict.ts';
import type { AnsweredExchange } from '../../fetching/exchange.ts';
import { available, type Gatherer, missing } from '../gatherer.ts';
import { readObject } from '../json-object-answer.ts';
import { liveLimits } from './limits.ts';
import { resources } from './resources.ts';

/** One page as N-Quads and as JSON-LD, both as canonical quads (RDFC-1.0). */
export interface FeedAsRdf {
  readonly exchange: AnsweredExchange;
  /** A sentence when a processor refuses them. */
  readonly quads: readonly string[] | { readonly refused: string };
  /** Undefined when a processor refuses the JSON-LD: that is another requirement's. */
  readonly expected: readonly string[] | undefined;
}

const documentLoader = async (url: string) => {
  if (URL.parse(url)?.pathname !== contextPath) throw new Error(`${url} is not the context of the vocabulary`);
  return { contextUrl: null, documentUrl: url, document: bundledContext };
};

const canonical = async (nQuads: string): Promise<readonly string[]> => {
  const format = 'application/n-quads';
  const text = await jsonld.canonize(nQuads, { algorithm: 'RDFC-1.0', inputFormat: format, format });
  return text.split('\n').filter((line) => line !== '');
};

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message.slice(0, 300) : String(error));

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
      let quads: FeedAsRdf['quads'];
      try {
        quads = await canonical(exchange.answer.body.toString('utf8'));
      } catch (error) {
        quads = { refused: wordsOf(error) };
      }
      let expected: FeedAsRdf['expected'];
      try {
        expected = await canonical(
          await jsonld.toRDF(reading.value.json, { documentLoader, format: 'application/n-quads' }),
        );
      } catch {
        expected = undefined;
      }
      return available({ exchange, quads, expected });
    }
    return missing(notTested('evidence-missing', 'no page with entries was answered as N-Quads and as JSON-LD'));
  },
};
