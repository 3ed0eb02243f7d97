/** Own terms, only for what schema.org, DCAT, DCMI and ActivityStreams do not have. */
export const openstraatNamespace = 'https://w3id.org/openstraat/ns#';

/** The prefixes of the context, the shapes and the vocabulary. */
export const prefixes: Readonly<Record<string, string>> = {
  as: 'https://www.w3.org/ns/activitystreams#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  geosparql: 'http://www.opengis.net/ont/geosparql#',
  ldes: 'https://w3id.org/ldes#',
  os: openstraatNamespace,
  schema: 'http://schema.org/',
  sec: 'https://w3id.org/security#',
  tree: 'https://w3id.org/tree#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/**
 * Expands a compact IRI of `prefixes`.
 * @throws {Error} when the prefix is not listed: a fault in a model, never in data.
 */
export const expandIri = (compact: string): string => {
  const colon = compact.indexOf(':');
  const namespace = prefixes[compact.slice(0, colon)];
  if (namespace === undefined) throw new Error(`no prefix is listed for ${compact}`);
  return namespace + compact.slice(colon + 1);
};
