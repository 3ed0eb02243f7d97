import { readFile } from 'node:fs/promises';
import jsonld from 'jsonld';
import { DataFactory, Parser, Store } from 'n3';
import { Validator } from 'shacl-engine';

const shapesUrl = new URL('../../../spec/generated/shapes.ttl', import.meta.url);
const factory = { ...DataFactory, dataset: (quads?: Iterable<unknown>) => new Store(quads) };
/** shacl-engine 1.1 takes no character above U+FFFF for an xsd:string, though XML Schema does. */
const withoutAstral = (nQuads: string): string => nQuads.replaceAll(/[\u{10000}-\u{10FFFF}]/gu, '\uFFFD');

/** Canonical N-Quads of a document, expanded with the context that its node serves and nothing else. */
export const expandWithServedContext = async (document: unknown, origin: string): Promise<string> => {
  const documentLoader = async (url: string) => {
    if (url !== `${origin}/context/v1.jsonld`) throw new Error(`${url} is not the node's own context`);
    const response = await fetch(url, { headers: { accept: 'application/ld+json' } });
    return { contextUrl: null, documentUrl: url, document: await response.json() };
  };
  return canonicalise(await jsonld.toRDF(document, { documentLoader, format: 'application/n-quads' }));
};

/** Canonical N-Quads of lines, however their blank nodes are called. */
export const canonicalise = (nQuads: string): Promise<string> =>
  jsonld.canonize(nQuads, {
    algorithm: 'RDFC-1.0',
    inputFormat: 'application/n-quads',
    format: 'application/n-quads',
  });

/** Makes the function that says what the published shapes find wrong in N-Quads. */
export const shapesValidator = async (): Promise<(nQuads: string) => Promise<readonly string[]>> => {
  const validator = new Validator(new Store(new Parser().parse(await readFile(shapesUrl, 'utf8'))), { factory });
  return async (nQuads) => {
    const { results } = await validator.validate({
      dataset: new Store(new Parser({ format: 'N-Quads' }).parse(withoutAstral(nQuads))),
    });
    return results.map(
      ({ path, constraintComponent }) => `${path?.[0]?.predicates[0]?.value ?? '-'} ${constraintComponent.value}`,
    );
  };
};
