import { bundledContext, contextPath } from '@openstraat/spec';
import jsonld from 'jsonld';
import { notTested } from '../checks/verdict.ts';
import type { AnsweredExchange } from '../fetching/exchange.ts';
import { available, type Gatherer, missing } from './gatherer.ts';
import { readObject } from './json-object-answer.ts';
import { evidenceLimits } from './limits.ts';
import { readPage, type SeenPage } from './seen-page.ts';
import { publisher } from './publisher.ts';
import { walk } from './walk.ts';

/** A page of the feed, and what a JSON-LD processor makes of it. */
export interface RdfPage {
  readonly exchange: AnsweredExchange;
  readonly page: SeenPage;
  /** N-Quads, one quad a line; a sentence when the processor refuses the page. */
  readonly quads: readonly string[] | { readonly refused: string };
}

/** Gives the bundled context for any publisher's own, and nothing else: processing fetches nothing. */
const documentLoader = async (url: string) => {
  if (URL.parse(url)?.pathname !== contextPath) throw new Error(`${url} is not the context of the vocabulary`);
  return { contextUrl: null, documentUrl: url, document: bundledContext };
};

/** JSON-LD processors take far longer than the size of a page tells. */
const isTooMuch = ({ exchange, entries, summary }: SeenPage): boolean =>
  entries.length > evidenceLimits.rdfEntriesMax ||
  summary.relations > evidenceLimits.rdfRelationsMax ||
  exchange.answer.body.length > evidenceLimits.rdfBytesMax;

const expand = async (json: object): Promise<RdfPage['quads']> => {
  try {
    const nQuads = await jsonld.toRDF(json, { documentLoader, format: 'application/n-quads' });
    return nQuads.split('\n').filter((line) => line !== '');
  } catch (error) {
    return { refused: error instanceof Error ? error.message.slice(0, 300) : String(error) };
  }
};

/** Pages of the feed as RDF: the first ones, read once more as JSON-LD. */
export const rdfPages: Gatherer<readonly RdfPage[]> = {
  name: 'rdf-pages',
  async gather(run) {
    const facts = await run.gather(publisher);
    if (!facts.available) return facts;
    const walked = await run.gather(walk);
    if (!walked.available) return walked;
    const withEntries = walked.value.pages.filter(({ entries }) => entries > 0);
    const chosen = run.random('rdf-pages').sample(withEntries, evidenceLimits.rdfPages);
    const pages: RdfPage[] = [];
    for (const { url, reachedBy } of chosen) {
      const exchange = await run.client.ask(url, { accept: 'application/ld+json' });
      const reading = readObject(exchange);
      if (!reading.ok || exchange.answer === undefined) continue;
      const page = readPage(exchange, reading.value.json, { origin: facts.value.origin, reachedBy, before: undefined });
      if (page === undefined || isTooMuch(page)) continue;
      pages.push({ exchange, page, quads: await expand(page.json) });
    }
    return pages.length === 0
      ? missing(notTested('evidence-missing', 'no page with entries could be read as JSON-LD'))
      : available(pages);
  },
};
