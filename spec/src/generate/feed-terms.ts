import type { Terms } from './context.ts';

/** The name under which a feed item holds its thing. */
export const itemDataTerm = 'data';

/** What the names in a feed item mean. `data` holds the thing in a graph that has the version's name. */
export const itemTerms: Terms = {
  version: '@id',
  id: { '@id': 'dcterms:isVersionOf', '@type': '@id' },
  modified: 'os:position',
  published: { '@id': 'dcterms:created', '@type': 'xsd:dateTime' },
  state: { '@id': 'os:state', '@type': '@vocab', '@context': { updated: 'as:Update', deleted: 'as:Delete' } },
  kind: 'os:kind',
  movedTo: { '@id': 'as:movedTo', '@type': '@id' },
  [itemDataTerm]: '@graph',
};

const viewTerms: Terms = {
  Node: 'tree:Node',
  relation: 'tree:relation',
  GreaterThanRelation: 'tree:GreaterThanRelation',
  node: { '@id': 'tree:node', '@type': '@id' },
  path: { '@id': 'tree:path', '@type': '@id' },
  value: 'tree:value',
  retentionPolicy: 'ldes:retentionPolicy',
  LatestVersionSubset: 'ldes:LatestVersionSubset',
  amount: 'ldes:amount',
};

/** What the names on a feed page mean, besides those that things use too. */
export const pageTerms: Terms = {
  timestampPath: { '@id': 'ldes:timestampPath', '@type': '@id' },
  sequencePath: { '@id': 'ldes:sequencePath', '@type': '@id' },
  versionOfPath: { '@id': 'ldes:versionOfPath', '@type': '@id' },
  versionDeletePath: { '@id': 'ldes:versionDeletePath', '@type': '@id' },
  versionDeleteObject: { '@id': 'ldes:versionDeleteObject', '@type': '@id' },
  view: { '@id': 'tree:view', '@type': '@id', '@context': viewTerms },
  // RPDE's own link to the next page; LDES readers follow `relation`, which stands only where more follows.
  next: null,
  // The signature covers the checkpoint's JSON, so RDF carries that JSON whole.
  checkpoint: { '@id': 'os:checkpoint', '@type': '@json' },
  items: { '@id': 'tree:member', '@context': itemTerms },
};
