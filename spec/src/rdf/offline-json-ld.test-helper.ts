import jsonld from 'jsonld';
import { contextPath } from '../protocol/feed-page.ts';
import { bundledContext } from './context.ts';

/** Serves the bundled context and nothing else: no test fetches anything. */
const documentLoader = async (url: string) => {
  if (new URL(url).pathname !== contextPath) throw new Error(`${url} is not the bundled context`);
  return { contextUrl: null, documentUrl: url, document: bundledContext };
};

/** Canonical N-Quads of lines, however their blank nodes are called. */
export const canonicalQuads = (nQuads: string): Promise<string> =>
  jsonld.canonize(nQuads, {
    algorithm: 'RDFC-1.0',
    inputFormat: 'application/n-quads',
    format: 'application/n-quads',
  });

/** Canonical N-Quads that a JSON-LD processor makes of a document. */
export const expandDocument = async (document: unknown): Promise<string> =>
  canonicalQuads(await jsonld.toRDF(document, { documentLoader, format: 'application/n-quads' }));
